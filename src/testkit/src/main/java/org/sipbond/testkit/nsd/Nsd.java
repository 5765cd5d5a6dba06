package org.sipbond.testkit.nsd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** NSD with one zone. Needs the program {@code nsd}. */
public final class Nsd implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int ENDING_SECONDS = 5;

  private final Process process;

  private Nsd(Process process) {
    this.process = process;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param directory where it keeps its files; exists
   * @param origin the name of the zone
   * @param zone the zone file, SOA and NS records included
   * @throws IllegalStateException if it does not answer in ten seconds, with what it printed
   */
  public static Nsd start(Path directory, InetSocketAddress address, String origin, String zone) {
    Nsd nsd = launch(directory, address, origin, zone);
    if (!new Probe(address, origin).answers(LIMIT)) {
      nsd.close();
      throw new IllegalStateException("nsd does not answer: " + log(directory));
    }
    return nsd;
  }

  private static Nsd launch(Path directory, InetSocketAddress address, String origin, String zone) {
    try {
      Path config = directory.resolve("nsd.conf");
      Files.writeString(directory.resolve("zone"), zone);
      Files.writeString(config, config(directory, address, origin));
      return new Nsd(
          new ProcessBuilder("nsd", "-d", "-c", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("nsd.log").toFile())
              .start());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String log(Path directory) {
    try {
      return Files.readString(directory.resolve("nsd.log"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
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
      if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
