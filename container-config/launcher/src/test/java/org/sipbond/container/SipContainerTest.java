package org.sipbond.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;

class SipContainerTest {
  private final Path folder;

  SipContainerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void answersOptions() throws Exception {
    InetAddress address = InetAddress.getByName("127.0.25.1");
    Path sar =
        TestArchives.write(
            folder.resolve("answering.sar"), TestArchives.sar("sipbond", AnsweringServlet.class));
    try (SipContainer container =
        SipContainer.builder(folder.resolve("base"))
            .listeners(List.of(Listener.of("udp", Transport.UDP, address, 25060)))
            .http(InetAddress.getLoopbackAddress(), 0)
            .application(Application.of(sar))
            .build()) {
      container.start();
      String answer = options(address, 25060);
      assertThat(answer).startsWith("SIP/2.0 200");
    }
  }

  private static String options(InetAddress address, int port) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, address)) {
      socket.setSoTimeout(5000);
      String me = address.getHostAddress() + ":" + socket.getLocalPort();
      String request =
          String.join(
              "\r\n",
              "OPTIONS sip:anybody@" + address.getHostAddress() + ":" + port + " SIP/2.0",
              "Via: SIP/2.0/UDP " + me + ";branch=z9hG4bK" + System.nanoTime() + ";rport",
              "From: <sip:tester@example.com>;tag=1",
              "To: <sip:anybody@example.com>",
              "Call-ID: " + System.nanoTime() + "@example.com",
              "CSeq: 1 OPTIONS",
              "Max-Forwards: 70",
              "Content-Length: 0",
              "",
              "");
      byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
      socket.send(new DatagramPacket(bytes, bytes.length, address, port));
      DatagramPacket answer = new DatagramPacket(new byte[8192], 8192);
      socket.receive(answer);
      return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
    }
  }
}
