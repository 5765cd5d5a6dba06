package org.sipbond.sip.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.SourceAddress;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.loopback.LoopbackAddresses;

class ConnectedUdpTest {
  private final ConnectedUdp kernel = new ConnectedUdp();

  @Test
  void namesTheAddressThatADatagramWouldComeFrom() throws IOException {
    InetAddress peer = new LoopbackAddresses(RandomGenerator.getDefault()).next();
    try (DatagramSocket receiver = new DatagramSocket(new InetSocketAddress(peer, 0));
        DatagramSocket sender = new DatagramSocket()) {
      receiver.setSoTimeout(5_000);
      SourceAddress answer =
          kernel.to(Destination.of(Transport.UDP, peer, receiver.getLocalPort()));

      byte[] text = "after the question".getBytes(StandardCharsets.US_ASCII);
      sender.send(new DatagramPacket(text, text.length, receiver.getLocalSocketAddress()));
      DatagramPacket first = new DatagramPacket(new byte[100], 100);
      receiver.receive(first);
      assertThat(answer).isEqualTo(new SourceAddress.From(first.getAddress()));
      assertThat(first.getLength()).as("the question itself sent nothing").isEqualTo(text.length);
    }
  }

  @Test
  void answersInTheFamilyOfTheDestination() {
    assumeTrue(LoopbackAddresses.ipv6Available(), "this machine has no ::1");
    assertThat(kernel.to(Destination.of(Transport.TLS, LoopbackAddresses.ipv6(), 5061)))
        .hasToString("the kernel would send from ::1");
  }

  @Test
  void tellsWhatTheKernelForbidsInItsOwnWords() {
    InetAddress broadcast = IpLiteral.parse("255.255.255.255").orElseThrow();
    assertThat(kernel.to(Destination.of(Transport.UDP, broadcast, 5060)))
        .asString()
        .matches("the kernel has no route: (Permission denied|Network is unreachable).*");
  }
}
