package org.sipbond.it;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.DatagramFraming;
import org.sipbond.wire.Frame;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/**
 * A UDP socket for which a test writes every header itself. Reads only while it is asked for a
 * message, and answers and repeats nothing. For one thread.
 */
final class RawPeer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int LARGEST = 65_535;

  private final DatagramSocket socket;
  private final InetSocketAddress address;
  private final List<WireMessage> messages = new ArrayList<>();

  private RawPeer(DatagramSocket socket, InetSocketAddress address) {
    this.socket = socket;
    this.address = address;
  }

  static RawPeer open(InetSocketAddress address) throws IOException {
    return new RawPeer(new DatagramSocket(address), address);
  }

  InetSocketAddress address() {
    return address;
  }

  /** What went over the wire so far. */
  List<WireMessage> messages() {
    return List.copyOf(messages);
  }

  /** Sends start line and headers, a line each, and a body; Content-Length is added. */
  void send(InetSocketAddress to, String head, String body) throws IOException {
    String text =
        head.strip().replace("\n", "\r\n")
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    messages.add(new WireMessage(Instant.now(), Transport.UDP, address, to, parse(bytes)));
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  /** Answers as RFC 3261 §8.2.6 says; {@code more} are whole headers, a line each. */
  void respond(WireMessage request, String status, String toTag, String more, String body)
      throws IOException {
    StringBuilder head = new StringBuilder("SIP/2.0 " + status + "\n");
    for (String name : List.of("Via", "Record-Route", "From", "To", "Call-ID", "CSeq")) {
      boolean tag = name.equals("To") && request.text().toTag().isEmpty();
      request
          .text()
          .headers(name)
          .forEach(header -> head.append(header).append(tag ? ";tag=" + toTag : "").append('\n'));
    }
    send(request.source(), head + more, body);
  }

  /** Waits for a final response; skips all else. */
  WireMessage awaitFinal() throws IOException {
    WireMessage message = receive(System.nanoTime() + LIMIT.toNanos(), "final response");
    return message.text().status() >= 200 ? message : awaitFinal();
  }

  /** Waits for a message whose summary this is, as {@code 200 OK (BYE)}; skips all others. */
  WireMessage await(String summary) throws IOException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      WireMessage message = receive(deadline, summary);
      if (message.text().summary().equals(summary)) {
        return message;
      }
    }
    throw new AssertionError("no " + summary + "; seen: " + messages);
  }

  private WireMessage receive(long deadline, String wanted) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    socket.setSoTimeout((int) Math.max(1, left));
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException late) {
      throw new AssertionError("no " + wanted + "; seen: " + messages, late);
    }
    WireMessage message =
        new WireMessage(
            Instant.now(),
            Transport.UDP,
            new InetSocketAddress(packet.getAddress(), packet.getPort()),
            address,
            parse(Arrays.copyOf(packet.getData(), packet.getLength())));
    messages.add(message);
    return message;
  }

  private static SipText parse(byte[] bytes) {
    if (DatagramFraming.read(bytes) instanceof Frame.Message message) {
      return message.text();
    }
    throw new AssertionError("no sip message: " + new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    socket.close();
  }
}
