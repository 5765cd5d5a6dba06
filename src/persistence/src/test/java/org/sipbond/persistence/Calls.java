package org.sipbond.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sipbond.core.record.CallAttempt;
import org.sipbond.core.record.CallEnding;
import org.sipbond.core.record.CallOutcome;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallerLeg;

/** Sample records. */
public final class Calls {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

  private Calls() {}

  /** An answered call that took its second destination; no two are alike. */
  public static CallRecord answered(int number) {
    return answered(number, "call-" + number + "@example.com");
  }

  /** The same with a Call-ID of the caller. */
  public static CallRecord answered(int number, String callId) {
    Instant start = NOON.plusSeconds(number);
    return new CallRecord(
        new UUID(1, number),
        start,
        start.plusSeconds(65),
        caller(callId),
        "extern",
        List.of(
            new CallAttempt(
                start.plusMillis(3),
                "second-" + number + "a",
                "tls:[2001:db8::9]:5061",
                "extern",
                "ext-tls6",
                "connect-failed"),
            new CallAttempt(
                start.plusMillis(40),
                "second-" + number + "b",
                "udp:192.0.2.9:5060",
                "extern",
                "ext-udp",
                "answered 200")),
        new CallOutcome.Answered(start.plusSeconds(5), 200),
        new CallEnding(CallEnding.By.CALLEE, "bye"));
  }

  /** A call that the rules refused. */
  public static CallRecord refused(int number) {
    Instant start = NOON.plusSeconds(number);
    return new CallRecord(
        new UUID(2, number),
        start,
        start,
        caller("refused-" + number),
        "",
        List.of(),
        new CallOutcome.Unanswered(403, "no-rule", "no rule of bond intern matches"),
        new CallEnding(CallEnding.By.SIPBOND, "refused"));
  }

  private static CallerLeg caller(String callId) {
    return new CallerLeg(
        callId,
        "intern",
        "int-udp",
        "192.0.2.20",
        "sip:alice@example.com",
        "sip:bob@example.com",
        "sip:0043@192.0.2.1");
  }
}
