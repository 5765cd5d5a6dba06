package org.sipbond.bench.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sipbond.core.record.CallAttempt;
import org.sipbond.core.record.CallEnding;
import org.sipbond.core.record.CallOutcome;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallerLeg;

/** Calls that were answered at their second destination. */
final class SampleCalls {
  private SampleCalls() {}

  /** So many, none like another of any time. */
  static List<CallRecord> make(int number) {
    return IntStream.range(0, number).mapToObj(i -> call(UUID.randomUUID())).toList();
  }

  private static CallRecord call(UUID id) {
    Instant now = Instant.now();
    return new CallRecord(
        id,
        now,
        now.plusSeconds(65),
        new CallerLeg(
            id + "@example.com",
            "intern",
            "int-udp",
            "192.0.2.20",
            "sip:alice@example.com",
            "sip:bob@example.com",
            "sip:0043@192.0.2.1"),
        "extern",
        List.of(
            attempt(now, id + "-a", "tls:[2001:db8::9]:5061", "connect-failed"),
            attempt(now, id + "-b", "udp:192.0.2.9:5060", "answered 200")),
        new CallOutcome.Answered(now.plusSeconds(5), 200),
        new CallEnding(CallEnding.By.CALLEE, "bye"));
  }

  private static CallAttempt attempt(
      Instant now, String callId, String destination, String outcome) {
    return new CallAttempt(now, callId, destination, "extern", "ext", outcome);
  }
}
