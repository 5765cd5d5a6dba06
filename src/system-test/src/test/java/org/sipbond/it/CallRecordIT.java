package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.management.Answer;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;

/** What is kept of calls, and ending them, through the EAR with its embedded database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallRecordIT {
  private static final String TIMES_AND_IDS =
      "\"(id|started|answered|ended)\":\"[0-9a-f-]+(T[0-9:.]+Z)?\"|\"milliseconds\":\\d+";

  /** The first record waits until the database has been opened, beside the calls. */
  private static final Duration DATABASE = Duration.ofSeconds(60);

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  CallRecordIT(@TempDir Path base) throws IOException, ContainerException {
    grid.hop("closed", Medium.TCP4.uri(grid.free(Medium.TCP4, 21)));
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoCall() throws ContainerException {
    try (server) {
      assertThat(Server.application().getActiveCalls()).isZero();
      assertThat(Server.commands().calls("active", "", "", "", "json").getText()).isEqualTo("[]");
      assertThat(Server.application().getCounters())
          .containsEntry("sipbond_call_records_total{result=\"lost\"}", 0L)
          .containsEntry("sipbond_call_records_total{result=\"rejected\"}", 0L);
    }
  }

  @Test
  void hasTheCallThatTheCallerEnded() throws IOException {
    try (Peers peers = peers()) {
      Peers.Established call = peers.establish();
      call.outgoing().bye().awaitStatus(200, Peers.LIMIT);
      call.incoming().awaitRequest("BYE", Peers.LIMIT);

      assertThat(record(call.outgoing().callId()))
          .isEqualTo(answered(peers, call, "\"endedBy\":\"caller\",\"how\":\"bye\""));
    }
  }

  @Test
  void hasTheCallThatTheCalleeEnded() throws IOException {
    try (Peers peers = peers()) {
      Peers.Established call = peers.establish();
      call.incoming().bye().awaitStatus(200, Peers.LIMIT);
      call.outgoing().awaitRequest("BYE", Peers.LIMIT);

      String byTheSecondLeg = record(call.incoming().callId());
      assertThat(byTheSecondLeg)
          .isEqualTo(answered(peers, call, "\"endedBy\":\"callee\",\"how\":\"bye\""));
    }
  }

  @Test
  void hasTheCallThatAnOperatorEnded() throws IOException {
    try (Peers peers = peers()) {
      Peers.Established call = peers.establish();
      String callId = call.outgoing().callId();
      assertThat(Server.commands().calls("active", "", "", "", "text").getText())
          .contains("answered", callId);

      assertThat(Server.commands().callEnd(callId, "text").getText()).isEqualTo("1 ended");

      call.outgoing().awaitRequest("BYE", Peers.LIMIT);
      call.incoming().awaitRequest("BYE", Peers.LIMIT);
      assertThat(record(callId))
          .isEqualTo(answered(peers, call, "\"endedBy\":\"operator\",\"how\":\"order\""));
      assertThat(Server.commands().callEnd(callId, "text"))
          .satisfies(again -> assertThat(again.getOutcome()).isEqualTo(Answer.Outcome.NEGATIVE));
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void hasTheRingingCallThatAnOperatorEnded() throws IOException {
    try (Peers peers = peers()) {
      OutgoingCall outgoing = peers.call();
      IncomingCall incoming = peers.awaitCall();
      outgoing.awaitStatus(180, Peers.LIMIT);

      assertThat(Server.commands().callEnd(incoming.callId(), "text").getText())
          .isEqualTo("1 ended");

      outgoing.awaitStatus(487, Peers.LIMIT);
      Peers.await(peers.callee(), "200 OK (CANCEL)");
      assertThat(record(outgoing.callId()))
          .isEqualTo(
              unanswered(
                  peers,
                  outgoing,
                  "\"status\":487,\"endedBy\":\"operator\",\"how\":\"order\"",
                  attempt(peers, incoming, "answered 487")));
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void hasTheCallThatTheCalleeRefused() throws IOException {
    try (Peers peers = peers()) {
      peers.callee().answerCalls(Answering.reject(486));
      OutgoingCall outgoing = peers.call();
      IncomingCall incoming = peers.awaitCall();
      outgoing.awaitStatus(486, Peers.LIMIT);

      assertThat(record(outgoing.callId()))
          .isEqualTo(
              unanswered(
                  peers,
                  outgoing,
                  "\"status\":486,\"endedBy\":\"callee\",\"how\":\"refused\"",
                  attempt(peers, incoming, "answered 486")));
    }
  }

  @Test
  void hasTheCallThatTheCallerGaveUp() throws IOException {
    try (Peers peers = peers()) {
      OutgoingCall outgoing = peers.call();
      IncomingCall incoming = peers.awaitCall();
      outgoing.awaitStatus(180, Peers.LIMIT);
      outgoing.cancel().awaitStatus(200, Peers.LIMIT);
      outgoing.awaitStatus(487, Peers.LIMIT);

      assertThat(record(outgoing.callId()))
          .isEqualTo(
              unanswered(
                  peers,
                  outgoing,
                  "\"status\":487,\"endedBy\":\"caller\",\"how\":\"cancel\"",
                  attempt(peers, incoming, "answered 487")));
    }
  }

  @Test
  void hasTheCallThatNoRuleTook() throws IOException {
    try (Peers peers = peers()) {
      OutgoingCall outgoing = peers.call("nobody");
      outgoing.awaitStatus(403, Peers.LIMIT);

      assertThat(record(outgoing.callId()))
          .contains(
              "\"status\":403,\"endedBy\":\"sipbond\",\"how\":\"refused\",\"cause\":\"no-rule\","
                  + "\"reason\":\"no rule for INVITE from bond intern\"",
              "\"attempts\":[]");
    }
  }

  @Test
  void hasTheAttemptThatCouldNotConnect() throws IOException {
    try (Peers peers = peers()) {
      OutgoingCall outgoing = peers.call("closed-1");
      outgoing.awaitStatus(503, Peers.LIMIT);

      assertThat(record(outgoing.callId()))
          .contains(
              "\"status\":503,\"endedBy\":\"sipbond\",\"how\":\"refused\","
                  + "\"cause\":\"connect-failed\"",
              "\"member\":\"ext-tcp4\",\"outcome\":\"connect-failed\"");
    }
  }

  private Peers peers() throws IOException {
    return Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder);
  }

  private static String answered(Peers peers, Peers.Established call, String ending) {
    return "[{*,\"callId\":\"%s\",*,*,*,*,\"status\":200,%s,%s,\"attempts\":[%s]}]"
        .formatted(
            call.outgoing().callId(),
            ending,
            legs(peers),
            attempt(peers, call.incoming(), "answered 200"));
  }

  private static String unanswered(Peers peers, OutgoingCall call, String ending, String attempt) {
    return "[{*,\"callId\":\"%s\",*,*,*,%s,%s,\"attempts\":[%s]}]"
        .formatted(call.callId(), ending, legs(peers), attempt);
  }

  private static String legs(Peers peers) {
    return ("\"bond\":\"intern\",\"listener\":\"int-udp4\",\"source\":\"%s\",\"from\":\"%s\","
            + "\"to\":\"sip:udp4-anybody@example.com\","
            + "\"requestUri\":\"sip:udp4-anybody@example.com\",\"egress\":\"extern\"")
        .formatted(peers.caller().address().getAddress().getHostAddress(), peers.caller().uri());
  }

  private static String attempt(Peers peers, IncomingCall incoming, String outcome) {
    return ("{*,\"callId\":\"%s\",\"destination\":\"udp:%s:%d\",\"bond\":\"extern\","
            + "\"member\":\"ext-udp4\",\"outcome\":\"%s\"}")
        .formatted(
            incoming.callId(),
            peers.callee().address().getAddress().getHostAddress(),
            peers.callee().address().getPort(),
            outcome);
  }

  /** The record of a call, once it is there, with stars for what differs from run to run. */
  static String record(String callId) {
    await()
        .atMost(DATABASE)
        .until(() -> Server.commands().callShow(callId, "json").getText().contains("\"ended\""));
    return Server.commands().callShow(callId, "json").getText().replaceAll(TIMES_AND_IDS, "*");
  }
}
