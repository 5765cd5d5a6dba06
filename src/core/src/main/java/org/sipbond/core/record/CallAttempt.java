package org.sipbond.core.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sipbond.core.attempt.Attempt;

/**
 * One INVITE of a second leg, or the try to send it.
 *
 * @param started in whole milliseconds
 * @param callId of its INVITE; empty where none could be made
 * @param destination as a listener is written: {@code udp:192.0.2.9:5060}
 * @param bond of the member
 * @param member the name of the listener that sent it
 * @param outcome as explanations have it: {@code answered 486}, {@code timeout}, {@code cancelled};
 *     {@code waiting} where the call ended before that was known
 */
public record CallAttempt(
    Instant started,
    String callId,
    String destination,
    String bond,
    String member,
    String outcome) {
  private static final String WAITING = "waiting";

  public CallAttempt {
    started = started.truncatedTo(ChronoUnit.MILLIS);
  }

  /** An attempt that begins; its INVITE is not made yet. */
  static CallAttempt begun(Instant started, Attempt attempt) {
    return new CallAttempt(
        started,
        "",
        attempt.destination().toString(),
        attempt.member().bond().name(),
        attempt.member().listener().name(),
        WAITING);
  }

  CallAttempt withCallId(String made) {
    return new CallAttempt(started, made, destination, bond, member, outcome);
  }

  CallAttempt withOutcome(String became) {
    return new CallAttempt(started, callId, destination, bond, member, became);
  }
}
