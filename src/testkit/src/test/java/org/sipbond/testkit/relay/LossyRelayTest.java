package org.sipbond.testkit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipbond.testkit.loopback.LoopbackAddresses;
import org.sipbond.testkit.loopback.PortAllocator;

class LossyRelayTest {
  private static final int MANY = 1_000;
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private final PortAllocator ports = new PortAllocator();
  private final InetAddress address = new LoopbackAddresses(new SecureRandom()).next();
  private final InetSocketAddress near = ports.free(address);
  private final InetSocketAddress far = ports.free(address);

  @Test
  void standsInForBothSides() throws IOException {
    try (DatagramSocket caller = open();
        DatagramSocket callee = open();
        LossyRelay relay = relay(caller, callee, new Weather(0, 0, HALF_A_SECOND, 1))) {
      send(caller, "question", near);
      DatagramPacket question = receive(callee);
      assertThat(question.getSocketAddress()).isEqualTo(far);
      send(callee, "answer", question.getSocketAddress());
      DatagramPacket answer = receive(caller);
      assertThat(answer.getSocketAddress()).isEqualTo(near);
      assertThat(text(answer)).isEqualTo("answer");
      assertThat(relay.passed()).isEqualTo(2);
      assertThat(relay.lost()).isZero();
    }
  }

  @Test
  void losesTheShareThatIsAskedFor() throws IOException {
    try (DatagramSocket caller = open();
        DatagramSocket callee = open();
        LossyRelay relay = relay(caller, callee, new Weather(0.2, 0, HALF_A_SECOND, 7))) {
      for (int i = 0; i < MANY; i++) {
        send(caller, "m" + i, near);
        long sent = i + 1L;
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofNanos(50_000))
            .until(() -> relay.passed() + relay.lost() == sent);
      }
      // By the seed: the same number at every run.
      assertThat(relay.lost()).isBetween(160L, 240L);
    }
  }

  @Test
  void letsLateOnesBeOvertaken() throws IOException {
    try (DatagramSocket caller = open();
        DatagramSocket callee = open();
        LossyRelay relay = relay(caller, callee, new Weather(0, 0.3, HALF_A_SECOND, 3))) {
      List<String> sent = IntStream.range(0, 40).mapToObj(i -> "m" + i).toList();
      for (String each : sent) {
        send(caller, each, near);
      }
      List<String> received = new ArrayList<>();
      while (received.size() < sent.size()) {
        received.add(text(receive(callee)));
      }
      assertThat(received).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
      assertThat(relay.heldBack()).isPositive();
    }
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> new Weather(2, 0, HALF_A_SECOND, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("found loss 2.0 and late 0.0; allowed: 0 to 1");
  }

  private LossyRelay relay(DatagramSocket caller, DatagramSocket callee, Weather weather)
      throws IOException {
    return LossyRelay.open(near, at(caller), far, at(callee), weather);
  }

  private DatagramSocket open() throws IOException {
    DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0));
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static InetSocketAddress at(DatagramSocket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private static void send(DatagramSocket from, String text, SocketAddress to) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    from.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private static DatagramPacket receive(DatagramSocket at) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
    at.receive(packet);
    return packet;
  }

  private static String text(DatagramPacket packet) {
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }
}
