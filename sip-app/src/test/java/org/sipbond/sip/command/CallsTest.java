package org.sipbond.sip.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipbond.core.json.Json;
import org.sipbond.core.record.CallAttempt;
import org.sipbond.core.record.CallEnding;
import org.sipbond.core.record.CallOutcome;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallRecordJson;
import org.sipbond.core.record.CallSearch;
import org.sipbond.core.record.CallerLeg;

class CallsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final CallRecord ANSWERED =
      call(
          "first@example.com",
          new CallOutcome.Answered(NOON.plusSeconds(5), 200),
          new CallEnding(CallEnding.By.CALLEE, "bye"));
  private static final CallRecord REFUSED =
      call(
          "\u001B[2J@example.com",
          new CallOutcome.Unanswered(502, "no-member", "no member of bond extern"),
          new CallEnding(CallEnding.By.SIPBOND, "refused"));

  private final Calls calls =
      new Calls(new FixedCalls(List.of(ANSWERED), List.of(REFUSED, ANSWERED), true));

  @Test
  void areListedWithTheNewestLastAndWithoutWhatATerminalWouldObey() {
    assertThat(calls.list(CallSearch.last(2)).text())
        .isEqualTo(
            """
            2026-11-21T12:00:00Z  200  65.000s  callee: bye       intern > extern  sip:alice@example.com  sip:bob@example.com  first@example.com
            2026-11-21T12:00:00Z  502  -        sipbond: refused  intern > extern  sip:alice@example.com  sip:bob@example.com  \\u001b[2J@example.com""");
  }

  @Test
  void areShownWhole() {
    assertThat(new Calls(new FixedCalls(List.of(), List.of(ANSWERED), true)).show("second").text())
        .isEqualTo(
            """
            call-id      first@example.com
            started      2026-11-21T12:00:00Z
            answered     2026-11-21T12:00:05Z
            ended        2026-11-21T12:01:10Z by callee: bye
            status       200
            from         sip:alice@example.com
            to           sip:bob@example.com
            request-uri  sip:0043@192.0.2.1
            came         192.0.2.20 to int-udp
            bonds        intern > extern
            attempt      udp:192.0.2.9:5060 by ext-udp of bond extern: answered 200, call-id second
            why          sipbond explain --call-id first@example.com""");
  }

  @Test
  void areListedWhileTheyGoOn() {
    assertThat(calls.active().text())
        .isEqualTo(
            "2026-11-21T12:00:00Z  answered  intern > extern  sip:alice@example.com"
                + "  sip:bob@example.com  first@example.com");
    assertThat(calls.active().json().toString())
        .isEqualTo("[" + CallRecordJson.ofActive(ANSWERED) + "]")
        .doesNotContain("ended");
  }

  @Test
  void areJsonWithAllTheirFields() {
    assertThat(calls.list(CallSearch.last(1)).json().toString())
        .isEqualTo("[" + CallRecordJson.of(REFUSED) + "]");
  }

  @Test
  void areEndedByTheCallIdOfEitherLeg() {
    assertThat(calls.end("second")).isEqualTo(Told.count(1, "ended", true));
    assertThat(calls.end("third")).isEqualTo(Told.count(0, "ended", false));
  }

  @Test
  void areNotKnown() {
    assertThat(calls.show("third"))
        .isEqualTo(new Told(false, "call third is not known", Json.list(Stream.empty())));
  }

  @Test
  void cannotBeListedWhileTheDatabaseIsAway() {
    Calls away = new Calls(new FixedCalls(List.of(ANSWERED), List.of(), false));

    assertThat(away.list(CallSearch.last(1)).positive()).isFalse();
    assertThat(away.list(CallSearch.last(1)).text())
        .isEqualTo("the database does not answer: refused");
    assertThat(away.show("first@example.com").positive()).isTrue();
  }

  private static CallRecord call(String callId, CallOutcome outcome, CallEnding ending) {
    return new CallRecord(
        new UUID(1, 2),
        NOON,
        NOON.plusSeconds(70),
        new CallerLeg(
            callId,
            "intern",
            "int-udp",
            "192.0.2.20",
            "sip:alice@example.com",
            "sip:bob@example.com",
            "sip:0043@192.0.2.1"),
        "extern",
        List.of(
            new CallAttempt(
                NOON, "second", "udp:192.0.2.9:5060", "extern", "ext-udp", "answered 200")),
        outcome,
        ending);
  }
}
