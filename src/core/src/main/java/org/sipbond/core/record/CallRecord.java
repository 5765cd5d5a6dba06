package org.sipbond.core.record;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A call that is over: one INVITE that the rules were asked about, and what became of it. Names are
 * those of the configuration at that time. Times are whole milliseconds, those of this machine.
 *
 * @param id of this record alone; a Call-ID may come again, as after a 401
 * @param started when the INVITE came
 * @param ended when nothing more was to be done for the call; not before {@code started}
 * @param caller the first leg, which came in
 * @param egress the bond that the second leg was to leave by; empty where the rules refused the
 *     call
 * @param attempts at the second leg, in the order of trying; the last one is the second leg of an
 *     answered call
 */
public record CallRecord(
    UUID id,
    Instant started,
    Instant ended,
    CallerLeg caller,
    String egress,
    List<CallAttempt> attempts,
    CallOutcome outcome,
    CallEnding ending) {

  public CallRecord {
    started = started.truncatedTo(ChronoUnit.MILLIS);
    ended = ended.truncatedTo(ChronoUnit.MILLIS);
    attempts = List.copyOf(attempts);
    if (ended.isBefore(started)) {
      throw new IllegalArgumentException(
          "call ended " + ended + "; allowed: " + started + " or later, when it started");
    }
  }

  /** The attempt that was made last; empty where none was. */
  public Optional<CallAttempt> lastAttempt() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
  }

  /** Whether one of its legs has that Call-ID. */
  public boolean has(String callId) {
    return caller.callId().equals(callId)
        || attempts.stream().anyMatch(attempt -> attempt.callId().equals(callId));
  }

  /** From the answer to the end; zero where it was not answered. */
  public Duration talked() {
    return outcome
        .answeredAt()
        .map(answered -> Duration.between(answered, ended))
        .orElse(Duration.ZERO);
  }
}
