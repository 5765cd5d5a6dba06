package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.Sdp;

/** One INVITE that reaches several callees. See RFC 3261 §13.2.2.4. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForkedCallIT {
  /** RFC 3261 §17.1.2.2. */
  private static final Duration TIMER_K = Duration.ofSeconds(5);

  private static final String OFFER = Sdp.audio(Medium.loopback("127.0.60.99"));

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  ForkedCallIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private Peers peers(Medium to) throws IOException {
    Peers peers = Peers.open(server, grid, Medium.UDP4, to, ladder);
    peers.callee().answerCalls(Answering.silent());
    return peers;
  }

  @ParameterizedTest
  @EnumSource(
      value = Medium.class,
      names = {"UDP4", "TCP4"})
  void isThatOfTheCalleeWhoAnswers(Medium to) throws IOException {
    try (Peers peers = peers(to)) {
      OutgoingCall outgoing = peers.call();
      IncomingCall first = peers.awaitCall();
      IncomingCall second = first.fork();
      first.ring();
      second.respond(183, "");
      outgoing.awaitStatus(180, Peers.LIMIT);
      outgoing.awaitStatus(183, Peers.LIMIT);
      second.answer();
      outgoing.awaitStatus(200, Peers.LIMIT);
      outgoing.ack();
      second.awaitAck(Peers.LIMIT);
      outgoing.request("INFO", "").awaitStatus(200, Peers.LIMIT);
      second.awaitRequest("INFO", Peers.LIMIT);
      second.request("INFO", "").awaitStatus(200, Peers.LIMIT);
      second.bye().awaitStatus(200, Peers.LIMIT);
      outgoing.awaitRequest("BYE", Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  /** When both callees have rung. */
  static Stream<Arguments> races() {
    return Stream.of(Medium.UDP4, Medium.TCP4)
        .flatMap(
            to ->
                Stream.of(
                    Arguments.of(to, false, false),
                    Arguments.of(to, false, true),
                    Arguments.of(to, true, false),
                    Arguments.of(to, true, true)));
  }

  @ParameterizedTest(name = "{0}, the last to ring wins: {1}, the other answers after ACK: {2}")
  @MethodSource("races")
  void endsWhatAnotherCalleeAnswers(Medium to, boolean lastWins, boolean afterAck)
      throws IOException {
    try (Peers peers = peers(to)) {
      OutgoingCall outgoing = peers.call();
      IncomingCall first = peers.awaitCall();
      IncomingCall last = first.fork();
      first.ring();
      last.respond(183, "");
      outgoing.awaitStatus(180, Peers.LIMIT);
      outgoing.awaitStatus(183, Peers.LIMIT);
      answerBoth(outgoing, lastWins ? last : first, lastWins ? first : last, afterAck);
      goesOn(outgoing, lastWins ? last : first);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Medium.class,
      names = {"UDP4", "TCP4"})
  void endsWhatACalleeAnswersWhoHasNotRung(Medium to) throws IOException {
    try (Peers peers = peers(to)) {
      OutgoingCall outgoing = peers.call();
      IncomingCall winner = peers.awaitCall();
      answerBoth(outgoing, winner, winner.fork(), true);
      goesOn(outgoing, winner);
      assertThat(peers.violations()).isEmpty();
    }
  }

  /** Over UDP the container ends the session of the other callee when timer K has run out. */
  @Test
  void outlastsTheSessionOfTheOtherCallee() throws IOException {
    try (Peers peers = peers(Medium.UDP4)) {
      OutgoingCall outgoing = peers.call();
      IncomingCall first = peers.awaitCall();
      IncomingCall last = first.fork();
      first.ring();
      last.ring();
      peers.caller().log().await(message -> message.text().status() == 180, Peers.LIMIT);
      answerBoth(outgoing, last, first, false);
      Instant dismissed = Instant.now();
      Awaitility.await()
          .atMost(TIMER_K.multipliedBy(2))
          .until(() -> Instant.now().isAfter(dismissed.plus(TIMER_K).plusSeconds(1)));
      goesOn(outgoing, last);
    }
  }

  private static void answerBoth(
      OutgoingCall outgoing, IncomingCall winner, IncomingCall other, boolean afterAck) {
    winner.answer();
    outgoing.awaitStatus(200, Peers.LIMIT);
    if (afterAck) {
      outgoing.ack();
      winner.awaitAck(Peers.LIMIT);
    }
    other.answer();
    other.awaitAck(Peers.LIMIT);
    other.awaitRequest("BYE", Peers.LIMIT);
    if (!afterAck) {
      outgoing.ack();
      winner.awaitAck(Peers.LIMIT);
    }
  }

  private static void goesOn(OutgoingCall outgoing, IncomingCall winner) {
    outgoing.request("INFO", "").awaitStatus(200, Peers.LIMIT);
    winner.awaitRequest("INFO", Peers.LIMIT);
    winner.request("INFO", "").awaitStatus(200, Peers.LIMIT);
    outgoing.bye().awaitStatus(200, Peers.LIMIT);
    winner.awaitRequest("BYE", Peers.LIMIT);
  }

  @Test
  void acknowledgesEachCalleesProvisionalResponseInItsDialog() throws IOException {
    try (Peers peers = peers(Medium.UDP4)) {
      OutgoingCall outgoing =
          peers
              .caller()
              .invite(
                  "sip:udp4-anybody@example.com",
                  server.socket("int-udp4"),
                  OFFER,
                  new Header("Supported", "100rel"));
      IncomingCall first = peers.awaitCall();
      IncomingCall second = first.fork();
      for (IncomingCall callee : new IncomingCall[] {first, second}) {
        callee.hold("PRACK");
        callee.respond(183, "", new Header("Require", "100rel"), new Header("RSeq", "1"));
      }
      SipText one = outgoing.awaitStatus(183, Peers.LIMIT);
      outgoing.prack(one, "");
      first.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
      SipText next =
          peers
              .caller()
              .log()
              .await(
                  message ->
                      message.text().status() == 183
                          && !message.text().header("RSeq").equals(one.header("RSeq")),
                  Peers.LIMIT)
              .text();
      outgoing.prack(next, "");
      second.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
      second.answer();
      outgoing.awaitStatus(200, Peers.LIMIT);
      outgoing.ack();
      second.awaitAck(Peers.LIMIT);
      outgoing.bye().awaitStatus(200, Peers.LIMIT);
    }
  }
}
