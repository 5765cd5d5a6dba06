package org.sipbond.wire.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

class UserAgentTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @ParameterizedTest
  @CsvSource({
    "UDP, 127.0.20.1, 127.0.20.2",
    "TCP, 127.0.20.1, 127.0.20.2",
    "UDP, ::1,        ::1",
    "TCP, ::1,        ::1"
  })
  void callsAndHangsUp(Transport transport, String from, String to) throws IOException {
    assumeTrue(isHere(from), from + " is no address of this machine");
    try (UserAgent caller = UserAgent.open("alice", transport, address(from), 0);
        UserAgent callee = UserAgent.open("bob", transport, address(to), 0)) {
      callee.answerCalls();
      OutgoingCall call = caller.invite(callee.uri(), callee.address());
      call.awaitStatus(180, SOON);
      SipText answer = call.awaitStatus(200, SOON);
      call.ack();
      IncomingCall incoming = callee.awaitCall(SOON);
      incoming.awaitAck(SOON);
      call.bye().awaitStatus(200, SOON);

      assertThat(answer.body().toString()).contains("c=IN IP").contains(to.strip());
      assertThat(incoming.callId()).isEqualTo(call.callId());
      assertThat(incoming.isEnded()).isTrue();
      assertThat(summaries(caller))
          .containsExactly(
              "INVITE", "100 Trying", "180 Ringing", "200 OK", "ACK", "BYE", "200 OK (BYE)");
      assertThat(summaries(callee)).isEqualTo(summaries(caller));
    }
  }

  @ParameterizedTest
  @CsvSource({"UDP", "TCP"})
  void calleeHangsUp(Transport transport) throws IOException {
    try (UserAgent caller = UserAgent.open("alice", transport, address("127.0.20.1"), 0);
        UserAgent callee = UserAgent.open("bob", transport, address("127.0.20.2"), 0)) {
      callee.answerCalls(Answering.whenTold());
      OutgoingCall call = caller.invite(callee.uri(), callee.address());
      IncomingCall incoming = callee.awaitCall(SOON);
      call.awaitStatus(180, SOON);
      incoming.answer();
      call.awaitStatus(200, SOON);
      call.ack();
      incoming.awaitAck(SOON);
      incoming.bye().awaitStatus(200, SOON);

      assertThat(call.isEnded()).isTrue();
      SipText bye = call.awaitRequest("BYE", SOON);
      assertThat(bye.requestUri()).isEqualTo(caller.uri());
      assertThat(pathOf(callee, "BYE").destination()).isEqualTo(caller.address());
    }
  }

  @ParameterizedTest
  @CsvSource({"UDP", "TCP"})
  void renegotiatesInTheDialog(Transport transport) throws IOException {
    try (UserAgent caller = UserAgent.open("alice", transport, address("127.0.20.1"), 0);
        UserAgent callee = UserAgent.open("bob", transport, address("127.0.20.2"), 0)) {
      callee.answerCalls();
      OutgoingCall call = caller.invite(callee.uri(), callee.address());
      call.awaitStatus(200, SOON);
      call.ack();
      IncomingCall incoming = callee.awaitCall(SOON);
      incoming.awaitAck(SOON);
      incoming.reinvite(Sdp.audio(callee.address().getAddress())).awaitStatus(200, SOON);
      incoming.ack();
      call.awaitRequest("ACK", SOON);
      call.request("INFO", "").awaitStatus(200, SOON);

      assertThat(incoming.awaitRequest("INFO", SOON).cseq().orElseThrow().number()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"UDP", "TCP"})
  void cancelsWhatRings(Transport transport) throws IOException {
    try (UserAgent caller = UserAgent.open("alice", transport, address("127.0.20.1"), 0);
        UserAgent callee = UserAgent.open("bob", transport, address("127.0.20.2"), 0)) {
      OutgoingCall call = caller.invite(callee.uri(), callee.address());
      call.awaitStatus(180, SOON);
      call.cancel().awaitStatus(200, SOON);
      call.awaitStatus(487, SOON);
      callee.awaitCall(SOON).awaitAck(SOON);

      SipText invite = pathOf(callee, "INVITE").text();
      assertThat(pathOf(callee, "CANCEL").text().topVia()).isEqualTo(invite.topVia());
      assertThat(pathOf(callee, "ACK").text().topVia()).isEqualTo(invite.topVia());
    }
  }

  @Test
  void acknowledgesAFailureByItself() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, address("127.0.20.1"), 0);
        UserAgent callee = UserAgent.open("bob", Transport.UDP, address("127.0.20.2"), 0)) {
      callee.answerCalls(Answering.reject(486));
      OutgoingCall call = caller.invite(callee.uri(), callee.address());
      callee.awaitCall(SOON).awaitAck(SOON);

      assertThatThrownBy(() -> call.awaitStatus(200, SOON))
          .isInstanceOf(NotSeenException.class)
          .hasMessage(
              "no 200 to INVITE %s SIP/2.0; received: [100 Trying, 486 Busy Here]", callee.uri());
    }
  }

  @Test
  void repeatsOverUdpWhatNobodyAnswers() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, address("127.0.20.1"), 0);
        UserAgent callee = UserAgent.open("bob", Transport.UDP, address("127.0.20.2"), 0)) {
      callee.answerCalls(Answering.silent());
      OutgoingCall call = caller.invite(callee.uri(), callee.address());
      callee.log().await(message -> count(callee, "INVITE") >= 3, SOON);
      callee.awaitCall(SOON).reject(603);
      call.awaitStatus(603, SOON);
      List<WireMessage> invites =
          caller.messages().stream().filter(sent -> sent.text().isRequest("INVITE")).toList();

      assertThat(gap(invites.get(0), invites.get(1))).isGreaterThanOrEqualTo(490);
      assertThat(gap(invites.get(1), invites.get(2))).isGreaterThanOrEqualTo(990);
    }
  }

  @Test
  void repeatsA2xxUntilItIsAcknowledged() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.TCP, address("127.0.20.1"), 0);
        UserAgent callee = UserAgent.open("bob", Transport.TCP, address("127.0.20.2"), 0)) {
      callee.answerCalls();
      OutgoingCall call = caller.invite(callee.uri(), callee.address());
      caller.log().await(message -> count(caller, "200 OK") >= 2, SOON);
      call.ack();
      callee.awaitCall(SOON).awaitAck(SOON);

      assertThat(count(callee, "200 OK")).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void answersOptionsAndRefusesWhatBelongsToNoCall() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, address("127.0.20.1"), 0);
        UserAgent callee = UserAgent.open("bob", Transport.UDP, address("127.0.20.2"), 0)) {
      caller.request("OPTIONS", callee.uri(), callee.address()).awaitStatus(200, SOON);
      caller.request("CANCEL", callee.uri(), callee.address()).awaitStatus(481, SOON);
    }
  }

  @Test
  void saysWhatDidNotComeInTime() throws IOException {
    try (UserAgent callee = UserAgent.open("bob", Transport.UDP, address("127.0.20.2"), 0)) {
      assertThatThrownBy(() -> callee.awaitCall(Duration.ofMillis(20)))
          .isInstanceOf(NotSeenException.class)
          .hasMessage("no incoming call within 20 ms");
    }
  }

  @Test
  void failsWhenNobodyListensOverTcp() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.TCP, address("127.0.20.1"), 0);
        UserAgent gone = UserAgent.open("bob", Transport.TCP, address("127.0.20.2"), 0)) {
      gone.close();
      assertThatThrownBy(() -> caller.invite(gone.uri(), gone.address()))
          .isInstanceOf(NotSentException.class)
          .hasMessage("no way to " + WireMessage.text(gone.address()));
    }
  }

  @Test
  void speaksTlsOnlyWithACertificate() {
    assertThatThrownBy(
            () -> UserAgent.open("alice", Transport.TLS, InetAddress.getLoopbackAddress(), 0))
        .hasMessage("user agent over tls; allowed: udp, tcp, and tls by openTls");
  }

  private static long gap(WireMessage earlier, WireMessage later) {
    return Duration.between(earlier.when(), later.when()).toMillis();
  }

  private static long count(UserAgent agent, String summary) {
    return summaries(agent).stream().filter(summary::equals).count();
  }

  private static List<String> summaries(UserAgent agent) {
    return agent.messages().stream().map(message -> message.text().summary()).toList();
  }

  private static WireMessage pathOf(UserAgent agent, String method) {
    return agent.log().await(message -> message.text().isRequest(method), SOON);
  }

  private static boolean isHere(String address) throws IOException {
    Stream<InetAddress> all =
        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
    return address.startsWith("127.") || all.anyMatch(address(address)::equals);
  }

  private static InetAddress address(String text) {
    return IpLiteral.parse(text).orElseThrow();
  }
}
