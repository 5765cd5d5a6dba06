package org.sipbond.testkit.sipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.capture.TsharkCapture;
import org.sipbond.testkit.loopback.LoopbackAddresses;
import org.sipbond.testkit.loopback.PortAllocator;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.testkit.program.RequiresProgram;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.ladder.Lane;

@RequiresProgram({"sipp", "tshark"})
class SippTest {
  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final LoopbackAddresses addresses = new LoopbackAddresses(new SecureRandom());
  private final PortAllocator ports = new PortAllocator();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UAC            | UAS           | UDP | INVITE, 180, 200, ACK, BYE, 200",
        "UAC            | UAS           | TCP | INVITE, 180, 200, ACK, BYE, 200",
        "UAC_LATE_OFFER | UAS           | UDP | INVITE, 180, 200, ACK, BYE, 200",
        "UAC_HUNG_UP    | UAS_HANGS_UP  | UDP | INVITE, 180, 200, ACK, BYE, 200",
        "UAC_HUNG_UP    | UAS_HANGS_UP  | TCP | INVITE, 180, 200, ACK, BYE, 200",
        "UAC_CANCELS    | UAS_CANCELLED | UDP | INVITE, 180, CANCEL, 200, 487, ACK",
        "UAC_CANCELS    | UAS_CANCELLED | TCP | INVITE, 180, CANCEL, 200, 487, ACK",
        "UAC_REFUSED    | UAS_BUSY      | UDP | INVITE, 486, ACK",
        "UAC_REFUSED    | UAS_BUSY      | TCP | INVITE, 486, ACK",
      })
  void playsItsScenarios(Scenario caller, Scenario callee, Transport transport, String expected) {
    List<WireMessage> seen = play(caller, callee, transport, addresses.next(), addresses.next());
    assertThat(seen.stream().map(SippTest::word).toList()).hasToString("[" + expected + "]");
  }

  @ParameterizedTest
  @EnumSource(names = {"UDP", "TCP"})
  void playsAConversation(Transport transport) {
    Conversation conversation =
        Conversation.of(
            "every kind of line",
            """
            > INVITE sdp | Supported: 100rel
            < 183 sdp | Require: 100rel | RSeq: 71
            > PRACK
            < 200
            wait
            < 200
            > ACK
            hold
            < INFO text
            > 200
            > BYE
            < 200
            """);
    List<WireMessage> seen =
        play(
            conversation.caller(),
            conversation.callee(),
            transport,
            addresses.next(),
            addresses.next());
    assertThat(seen.stream().map(SippTest::word).toList())
        .hasToString("[INVITE, 183, PRACK, 200, 200, ACK, INFO, 200, BYE, 200]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INVITE; found \"INVITE\"",
        "= INVITE; found \"=\"",
        "> INVITE video; found \"> INVITE video\"",
        "< 200; found Line[",
      })
  void refusesALineThatItDoesNotKnow(String line, String message) {
    assertThatThrownBy(() -> Conversation.of("bad", line).caller().text(Transport.UDP, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @EnumSource(names = {"UDP", "TCP"})
  void callsOverIpv6(Transport transport) {
    assumeTrue(LoopbackAddresses.ipv6Available(), "no ::1 on this machine");
    InetAddress ipv6 = LoopbackAddresses.ipv6();
    assertThat(play(Scenario.UAC, Scenario.UAS, transport, ipv6, ipv6)).hasSize(6);
  }

  @Test
  void countsManyCallsAndLosesNoPacketOfThem() {
    InetSocketAddress from = ports.free(addresses.next());
    InetSocketAddress to = ports.free(addresses.next());
    try (TsharkCapture capture = TsharkCapture.start(Endpoints.of(from, to));
        SippRun callee = Sipp.callee(Scenario.UAS, Transport.UDP, to).withCalls(200, 1).start();
        SippRun caller =
            Sipp.caller(Scenario.UAC, Transport.UDP, from, to).withCalls(200, 100).start()) {
      SippResult called = caller.await();
      SippResult answered = callee.await();
      assertThat(called.allSuccessful(200)).as(called.toString()).isTrue();
      assertThat(answered.allSuccessful(200)).as(answered.toString()).isTrue();
      assertThat(capture.stop()).hasSizeGreaterThanOrEqualTo(1200);
    }
  }

  @Test
  void tellsOfCallsThatFail() {
    InetSocketAddress from = ports.free(addresses.next());
    InetSocketAddress nobody = ports.free(addresses.next());
    Sipp plan =
        Sipp.caller(Scenario.UAC, Transport.TCP, from, nobody).withLimit(Duration.ofSeconds(2));
    try (SippRun caller = plan.start()) {
      SippResult result = caller.await();
      assertThat(result.allSuccessful(1)).isFalse();
      assertThat(result.toString()).contains("exit code").contains(result.errors());
    }
  }

  @Test
  void saysWhyItDoesNotListen() {
    InetSocketAddress notHere =
        new InetSocketAddress(IpLiteral.parse("192.0.2.77").orElseThrow(), 5060);
    assertThatThrownBy(() -> Sipp.callee(Scenario.UAS, Transport.UDP, notHere).start())
        .isInstanceOf(SippException.class)
        .hasMessageStartingWith("sipp does not listen on 192.0.2.77:5060; it said: ")
        .hasMessageContaining("bind");
  }

  private List<WireMessage> play(
      Script caller, Script callee, Transport transport, InetAddress from, InetAddress to) {
    InetSocketAddress calling = ports.free(from);
    InetSocketAddress called = ports.free(to);
    ladder.lanes(Lane.everyPortOf("caller", from), Lane.of("callee", called));
    try (TsharkCapture capture = TsharkCapture.start(Endpoints.of(calling, called));
        SippRun uas = Sipp.callee(callee, transport, called).start();
        SippRun uac = Sipp.caller(caller, transport, calling, called).start()) {
      ladder.of(capture::messages);
      SippResult ofCaller = uac.await();
      SippResult ofCallee = uas.await();
      assertThat(ofCaller.allSuccessful(1)).as(ofCaller.toString()).isTrue();
      assertThat(ofCallee.allSuccessful(1)).as(ofCallee.toString()).isTrue();
      assertThat(capture.unreadable()).isEmpty();
      List<WireMessage> seen = capture.stop();
      assertThat(seen)
          .allMatch(message -> message.transport() == transport)
          .allMatch(
              message -> message.source().equals(called) || message.destination().equals(called));
      return seen;
    }
  }

  private static String word(WireMessage message) {
    return message.text().isRequest()
        ? message.text().method()
        : Integer.toString(message.text().status());
  }
}
