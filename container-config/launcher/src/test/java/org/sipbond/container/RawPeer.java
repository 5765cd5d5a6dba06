package org.sipbond.container;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipbond.wire.Body;
import org.sipbond.wire.DatagramFraming;
import org.sipbond.wire.Frame;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;

/** A UDP socket that says what no well-behaved user agent says. */
final class RawPeer implements AutoCloseable {
  private static final int LARGEST = 65_535;

  private final DatagramSocket socket;

  RawPeer(InetAddress address, Duration limit) throws IOException {
    socket = new DatagramSocket(0, address);
    socket.setSoTimeout((int) limit.toMillis());
  }

  int port() {
    return socket.getLocalPort();
  }

  void send(String text, InetSocketAddress to) throws IOException {
    byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  /** Waits for a message that starts so; others are dropped. */
  SipText await(String start) throws IOException {
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
      socket.receive(packet);
      byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
      if (DatagramFraming.read(bytes) instanceof Frame.Message message
          && message.text().startLine().startsWith(start)) {
        return message.text();
      }
    }
  }

  /** Answers with that status line and these header fields besides those that RFC 3261 demands. */
  void answer(SipText request, String status, InetSocketAddress to, Header... more)
      throws IOException {
    List<Header> headers = new ArrayList<>();
    for (String copied : List.of("Via", "From", "Call-ID", "CSeq")) {
      headers.addAll(request.headers(copied));
    }
    headers.add(new Header("To", request.header("To").orElseThrow() + tag(request)));
    headers.addAll(Arrays.asList(more));
    headers.add(new Header("Content-Length", "0"));
    byte[] bytes = new SipText("SIP/2.0 " + status, headers, Body.EMPTY).bytes();
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private static String tag(SipText request) {
    return request.toTag().isPresent() ? "" : ";tag=raw";
  }

  @Override
  public void close() {
    socket.close();
  }
}
