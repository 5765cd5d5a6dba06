package org.sipbond.testkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.loopback.LoopbackAddresses;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.testkit.program.RequiresProgram;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;
import org.sipbond.wire.ladder.Lane;

@RequiresProgram("tshark")
class TsharkCaptureTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final LoopbackAddresses addresses = new LoopbackAddresses(new SecureRandom());

  @ParameterizedTest
  @EnumSource(names = {"UDP", "TCP"})
  void seesEveryMessageOfACallWithItsRealAddresses(Transport transport) throws IOException {
    seesEveryMessage(transport, addresses.next(), addresses.next());
  }

  @ParameterizedTest
  @EnumSource(names = {"UDP", "TCP"})
  void seesIpv6(Transport transport) throws IOException {
    assumeTrue(LoopbackAddresses.ipv6Available(), "no ::1 on this machine");
    seesEveryMessage(transport, LoopbackAddresses.ipv6(), LoopbackAddresses.ipv6());
  }

  @Test
  void capturesOnlyWhatItWasAskedFor() throws IOException {
    InetAddress one = addresses.next();
    try (UserAgent stranger = UserAgent.open("eve", Transport.UDP, addresses.next(), 0);
        TsharkCapture capture = TsharkCapture.start(Endpoints.everyPortOf(one))) {
      stranger.request("OPTIONS", stranger.uri(), stranger.address()).awaitStatus(200, SOON);
      assertThat(capture.stop()).isEmpty();
    }
  }

  @Test
  void saysWhatIsNoSip() throws IOException {
    InetAddress one = addresses.next();
    try (Probe noise = new Probe(one);
        TsharkCapture capture = TsharkCapture.start(Endpoints.everyPortOf(one))) {
      noise.send();
      assertThat(capture.unreadable())
          .containsExactly(
              "udp %1$s > %1$s: no empty line ends the headers"
                  .formatted(WireMessage.text(noise.address())));
    }
  }

  @Test
  void refusesToCaptureNothing() {
    assertThatThrownBy(() -> TsharkCapture.start(new Endpoints(Set.of(), Set.of())))
        .hasMessage("no endpoints to capture; allowed: one or more");
  }

  private void seesEveryMessage(Transport transport, InetAddress from, InetAddress to)
      throws IOException {
    try (UserAgent caller = UserAgent.open("alice", transport, from, 0);
        UserAgent callee = UserAgent.open("bob", transport, to, 0);
        TsharkCapture capture =
            TsharkCapture.start(Endpoints.of(caller.address(), callee.address()))) {
      ladder.lanes(Lane.of("caller", caller.address()), Lane.of("callee", callee.address()));
      ladder.of(capture::messages);
      callee.answerCalls();
      OutgoingCall call = caller.invite(callee.uri(), callee.address());
      call.awaitStatus(200, SOON);
      call.ack();
      IncomingCall answered = callee.awaitCall(SOON);
      answered.awaitAck(SOON);
      answered.bye().awaitStatus(200, SOON);
      List<WireMessage> seen = capture.stop();

      assertThat(seen)
          .extracting(message -> message.text().summary())
          .containsExactly(
              "INVITE", "100 Trying", "180 Ringing", "200 OK", "ACK", "BYE", "200 OK (BYE)");
      assertThat(seen)
          .extracting(WireMessage::path, WireMessage::text)
          .containsExactlyElementsOf(
              callee.messages().stream()
                  .map(message -> tuple(message.path(), message.text()))
                  .toList());
      assertThat(capture.unreadable()).isEmpty();
    }
  }
}
