package org.sipbond.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sipbond.wire.DatagramFraming;
import org.sipbond.wire.Frame;
import org.sipbond.wire.SipText;

/** One UDP socket that calls, hangs up on whoever answers, and notes what came and when. */
final class Caller implements AutoCloseable {
  private static final int LARGEST = 65_535;

  private final DatagramSocket socket;
  private final InetSocketAddress door;
  private final long start = System.nanoTime();
  private final Map<String, Sent> sent = new ConcurrentHashMap<>();
  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

  private record Sent(long at, String host) {}

  /** A caller on the side of the network's own, on a port beside it. */
  Caller(Network network, int port) throws IOException {
    this.socket = new DatagramSocket(new InetSocketAddress(network.caller().getAddress(), port));
    this.door = network.door();
    Thread reader = new Thread(this::read, "bench caller " + port);
    reader.setDaemon(true);
    reader.start();
  }

  void call(String token, String host) throws IOException {
    sent.put(token, new Sent(System.nanoTime(), host));
    send(dialogue(token).invite(host), door);
  }

  void ping(String token) throws IOException {
    sent.put(token, new Sent(System.nanoTime(), ""));
    send(dialogue(token).options(), door);
  }

  /** Everything that was sent, answered or not. */
  List<Outcome> outcomes() {
    return sent.entrySet().stream()
        .map(
            one ->
                outcomes.getOrDefault(
                    one.getKey(), new Outcome(one.getValue().at() - start, 0, Duration.ZERO)))
        .toList();
  }

  private Dialogue dialogue(String token) {
    return new Dialogue((InetSocketAddress) socket.getLocalSocketAddress(), door, token);
  }

  private void send(String text, InetSocketAddress to) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private void read() {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        socket.receive(packet);
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        if (DatagramFraming.read(bytes) instanceof Frame.Message message
            && !message.text().isRequest()) {
          answered(message.text());
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answered(SipText response) throws IOException {
    String token = response.callId().orElseThrow();
    Sent request = sent.get(token);
    String method = response.cseq().orElseThrow().method();
    if (request == null || response.status() < 200 || method.equals("BYE")) {
      return;
    }
    long now = System.nanoTime();
    boolean first =
        outcomes.putIfAbsent(
                token,
                new Outcome(
                    request.at() - start, response.status(), Duration.ofNanos(now - request.at())))
            == null;
    if (method.equals("INVITE")) {
      finish(token, request.host(), response, first);
    }
  }

  private void finish(String token, String host, SipText response, boolean first)
      throws IOException {
    Dialogue dialogue = dialogue(token);
    if (response.status() >= 300) {
      send(dialogue.ack(host, response), door);
      return;
    }
    send(dialogue.ack(response), door);
    if (first) {
      send(dialogue.bye(response), door);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
