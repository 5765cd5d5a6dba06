package org.sipbond.testkit.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** NSD, an authoritative server, with one zone. Needs the program {@code nsd}. */
public final class Nsd implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int RESEND_MILLIS = 200;
  private static final int ANSWER = 512;

  private final Path log;
  private final Process process;

  private Nsd(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  /**
   * Starts it; returns when it answers.
   *
   * @param directory for its files, and its log {@code nsd.log}
   * @param origin the name of the zone, without a dot at its end
   * @param zone the content of its zone file
   */
  public static Nsd start(Path directory, InetSocketAddress address, String origin, String zone) {
    try {
      Path config = directory.resolve("nsd.conf");
      Path log = directory.resolve("nsd.log");
      Files.writeString(directory.resolve("zone"), zone);
      Files.writeString(config, config(directory, address, origin));
      ProcessBuilder builder = new ProcessBuilder("nsd", "-d", "-c", config.toString());
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      Nsd nsd = new Nsd(log, builder.start());
      nsd.await(address, origin);
      return nsd;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void await(InetSocketAddress address, String origin) throws IOException {
    byte[] question = question(origin);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(RESEND_MILLIS);
      boolean answered = false;
      while (!answered) {
        if (!process.isAlive() || System.nanoTime() - deadline >= 0) {
          close();
          throw new IOException("nsd does not answer:\n" + Files.readString(log));
        }
        socket.send(new DatagramPacket(question, question.length, address));
        answered = receives(socket);
      }
    }
  }

  private static boolean receives(DatagramSocket socket) throws IOException {
    try {
      socket.receive(new DatagramPacket(new byte[ANSWER], ANSWER));
      return true;
    } catch (SocketTimeoutException notYet) {
      return false;
    }
  }

  /** A query for the SOA record of a name (RFC 1035 §4.1). */
  private static byte[] question(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    for (String label : name.split("\\.", -1)) {
      out.writeByte(label.length());
      out.writeBytes(label);
    }
    out.write(new byte[] {0, 0, 6, 0, 1});
    return bytes.toByteArray();
  }

  private static String config(Path directory, InetSocketAddress address, String origin) {
    return """
        server:
          ip-address: %1$s@%2$d
          port: %2$d
          server-count: 1
          username: ""
          chroot: ""
          zonesdir: "%3$s"
          pidfile: "%3$s/nsd.pid"
          database: ""
          xfrdfile: "%3$s/xfrd.state"
          zonelistfile: "%3$s/zone.list"
          xfrdir: "%3$s"
          rrl-ratelimit: 0
        remote-control:
          control-enable: no
        zone:
          name: %4$s
          zonefile: zone
        """
        .formatted(address.getAddress().getHostAddress(), address.getPort(), directory, origin);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
