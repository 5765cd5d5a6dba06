package org.sipbond.testkit.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.sipbond.core.resolve.Question;
import org.sipbond.testkit.loopback.PortAllocator;

/**
 * Serves zones over UDP and TCP, and remembers what it was asked. What it does may be changed while
 * it runs, for one question or for all.
 */
public final class DnsServer implements AutoCloseable {
  private static final int MAX_QUERY = 65535;

  private final Zones zones = new Zones();
  private final Map<Question, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private volatile Behaviour behaviour = Behaviour.ANSWER;
  private volatile Duration delay = Duration.ZERO;

  private DnsServer(InetSocketAddress address) throws IOException {
    udp = new DatagramSocket(address);
    tcp = new ServerSocket(address.getPort(), 50, address.getAddress());
  }

  /** A question as it came. */
  public record Asked(Question question, boolean overTcp) {}

  /** Starts with no zone, on a free port of that address. */
  public static DnsServer start(InetAddress address) {
    try {
      DnsServer server = new DnsServer(new PortAllocator().free(address));
      daemon(server::serveUdp, "dns server udp").start();
      daemon(server::serveTcp, "dns server tcp").start();
      return server;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
  }

  /** Adds records, in the form of master files (RFC 1035 §5), names relative to the root. */
  public DnsServer zone(String masterFile) {
    zones.add(masterFile);
    return this;
  }

  /** Forgets its zones. */
  public void clear() {
    zones.clear();
  }

  /** Behaves so to every question that nothing else was said of. */
  public void behave(Behaviour other) {
    behaviour = other;
  }

  /** Behaves so to one question. */
  public void behave(Question question, Behaviour other) {
    behaviours.put(question, other);
  }

  /** Answers only after some time. */
  public void delay(Duration time) {
    delay = time;
  }

  /** Everything that it was asked, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** How often it was asked that. */
  public long asked(Question question) {
    return asked.stream().filter(one -> one.question().equals(question)).count();
  }

  private void serveUdp() {
    byte[] buffer = new byte[MAX_QUERY];
    while (!udp.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        udp.receive(packet);
        InetSocketAddress peer = new InetSocketAddress(packet.getAddress(), packet.getPort());
        answer(
            Arrays.copyOf(packet.getData(), packet.getLength()),
            false,
            reply -> udp.send(new DatagramPacket(reply, reply.length, peer)));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try {
        Socket connection = tcp.accept();
        daemon(() -> serve(connection), "dns server connection").start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      DataInputStream in = new DataInputStream(connection.getInputStream());
      DataOutputStream out = new DataOutputStream(connection.getOutputStream());
      while (!tcp.isClosed()) {
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        answer(
            query,
            true,
            reply -> {
              synchronized (out) {
                out.writeShort(reply.length);
                out.write(reply);
              }
            });
      }
    } catch (IOException gone) {
      return;
    }
  }

  private void answer(byte[] query, boolean overTcp, Sending sending) throws IOException {
    Reply reply = new Reply(query, overTcp);
    asked.add(new Asked(reply.question(), overTcp));
    Optional<byte[]> octets =
        reply.octets(zones, behaviours.getOrDefault(reply.question(), behaviour));
    if (octets.isPresent()) {
      later(octets.get(), sending);
    }
  }

  private void later(byte[] octets, Sending sending) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> send(octets, sending));
  }

  private static void send(byte[] octets, Sending sending) {
    try {
      sending.send(octets);
    } catch (IOException gone) {
      // a peer that has gone, or this server closed: there is nobody to tell
      return;
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Stops; what is not yet answered stays so. */
  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @FunctionalInterface
  private interface Sending {
    void send(byte[] octets) throws IOException;
  }
}
