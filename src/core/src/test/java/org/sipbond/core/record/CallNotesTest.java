package org.sipbond.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

class CallNotesTest {
  private static final UUID ID = new UUID(1, 2);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");
  private static final Instant NOON_ROUNDED = Instant.parse("2026-11-21T12:00:00.123Z");
  private static final CallerLeg CALLER =
      new CallerLeg("a@example.com", "intern", "int-udp", "192.0.2.20", "sip:a", "sip:b", "sip:c");

  private final CallNotes notes = new CallNotes(ID, NOON, CALLER, "extern");

  @Test
  void makeARecordOfAnAnsweredCallThatTookItsSecondDestination() {
    notes.tried(NOON.plusMillis(1), attempt("192.0.2.8"));
    notes.invited("first");
    notes.attemptEnded("timeout");
    notes.tried(NOON.plusMillis(2), attempt("192.0.2.9"));
    notes.invited("second");
    notes.attemptStatus(200);
    notes.attemptEnded("answered 200");
    notes.answered(NOON.plusMillis(3), 200);
    notes.happened(CallEvent.ACK);
    notes.happened(CallEvent.CALLEE_BYE);

    CallRecord call = notes.finish(NOON.plusSeconds(60));

    assertThat(call)
        .isEqualTo(
            new CallRecord(
                ID,
                NOON_ROUNDED,
                NOON_ROUNDED.plusSeconds(60),
                CALLER,
                "extern",
                List.of(
                    new CallAttempt(
                        NOON_ROUNDED.plusMillis(1),
                        "first",
                        "udp:192.0.2.8:5060",
                        "extern",
                        "ext-udp",
                        "timeout"),
                    new CallAttempt(
                        NOON_ROUNDED.plusMillis(2),
                        "second",
                        "udp:192.0.2.9:5060",
                        "extern",
                        "ext-udp",
                        "answered 200")),
                new CallOutcome.Answered(NOON_ROUNDED.plusMillis(3), 200),
                new CallEnding(CallEnding.By.CALLEE, "bye")));
    assertThat(call.talked()).isEqualTo(Duration.ofMillis(59_997));
    assertThat(call.has("second")).isTrue();
    assertThat(call.has("a@example.com")).isTrue();
    assertThat(call.has("third")).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, status {3}")
  @CsvSource({
    "CALLER_BYE,      CALLER,   bye,       487",
    "CANCEL,          CALLER,   cancel,    487",
    "UNWANTED_ANSWER, CALLER,   cancel,    487",
    "FAILURE,         CALLEE,   refused,   486",
    "CALLEE_BYE,      CALLEE,   bye,       486",
    "ORDER,           OPERATOR, order,     487",
    "NO_ACK,          SIPBOND,  'no ack',  500",
    "PEER_LOST,       SIPBOND,  'peer lost', 500",
    "SESSION_EXPIRED,  SIPBOND, 'session expired', 500",
    "REFRESH_FAILED,   SIPBOND, 'refresh failed', 500",
    "KEEPALIVE_FAILED, SIPBOND, 'keepalive failed', 500",
    "REFUSED,         SIPBOND,  refused,   500",
    "PROVISIONAL,     SIPBOND,  failure,   500"
  })
  void sayWhoEndedACallThatWasNotAnswered(
      CallEvent event, CallEnding.By by, String how, int status) {
    notes.tried(NOON, attempt("192.0.2.9"));
    notes.attemptStatus(486);

    notes.happened(event);

    CallRecord call = notes.finish(NOON);
    assertThat(call.ending()).isEqualTo(new CallEnding(by, how));
    assertThat(call.outcome()).isEqualTo(new CallOutcome.Unanswered(status, "", ""));
  }

  @Test
  void nameWhoDidTheFirstThingThatEndsCalls() {
    notes.happened(CallEvent.CANCEL);
    notes.happened(CallEvent.FAILURE);

    assertThat(notes.finish(NOON).ending())
        .isEqualTo(new CallEnding(CallEnding.By.CALLER, "cancel"));
  }

  @Test
  void tellWhySipbondRefused() {
    notes.happened(CallEvent.REFUSED);
    notes.refused(502, "no-member", "no member of bond extern for tls over ipv6");

    assertThat(notes.finish(NOON).outcome())
        .isEqualTo(
            new CallOutcome.Unanswered(
                502, "no-member", "no member of bond extern for tls over ipv6"));
  }

  @Test
  void haveNoStatusForACallerThatTheStopLeftWithoutAnAnswer() {
    notes.ending(CallEnding.STOPPED);

    assertThat(notes.finish(NOON).outcome()).isEqualTo(new CallOutcome.Unanswered(0, "", ""));
  }

  @Test
  void endNoCallBeforeItsStartThoughTheClockWasSetBack() {
    assertThat(notes.finish(NOON.minusSeconds(5)).ended()).isEqualTo(NOON_ROUNDED);
  }

  @Test
  void areNotTakenForARecordThatEndsBeforeItStarts() {
    CallRecord call = notes.finish(NOON);

    assertThatThrownBy(
            () ->
                new CallRecord(
                    ID,
                    NOON,
                    NOON.minusSeconds(1),
                    CALLER,
                    "",
                    List.of(),
                    call.outcome(),
                    call.ending()))
        .hasMessage(
            "call ended 2026-11-21T11:59:59.123Z; allowed: 2026-11-21T12:00:00.123Z or later,"
                + " when it started");
  }

  @Test
  void areWrittenAsJson() {
    notes.tried(NOON, attempt("192.0.2.9"));
    notes.invited("second");
    notes.answered(NOON.plusSeconds(1), 200);
    notes.happened(CallEvent.CALLER_BYE);

    assertThat(CallRecordJson.of(notes.finish(NOON.plusSeconds(3))))
        .hasToString(
            "{'id':'00000000-0000-0001-0000-000000000002','callId':'a@example.com',"
                    .replace('\'', '"')
                + ("'started':'2026-11-21T12:00:00.123Z','answered':'2026-11-21T12:00:01.123Z',"
                        + "'ended':'2026-11-21T12:00:03.123Z','milliseconds':2000,'status':200,"
                        + "'endedBy':'caller','how':'bye','bond':'intern','listener':'int-udp',"
                        + "'source':'192.0.2.20','from':'sip:a','to':'sip:b','requestUri':'sip:c',"
                        + "'egress':'extern','attempts':[{'started':'2026-11-21T12:00:00.123Z',"
                        + "'callId':'second','destination':'udp:192.0.2.9:5060','bond':'extern',"
                        + "'member':'ext-udp','outcome':'waiting'}]}")
                    .replace('\'', '"'));
  }

  private static Attempt attempt(String address) {
    Listener listener =
        Listener.of("ext-udp", Transport.UDP, IpLiteral.parse("192.0.2.4").orElseThrow(), 5060);
    Bond bond = Bond.of("extern", listener);
    Destination destination =
        Destination.of(Transport.UDP, IpLiteral.parse(address).orElseThrow(), 5060);
    return new Attempt(new Selection.Chosen(bond, destination, listener, List.of()));
  }
}
