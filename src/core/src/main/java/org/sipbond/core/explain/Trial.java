package org.sipbond.core.explain;

import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.attempt.AttemptFailure;

/**
 * An attempt that a call made.
 *
 * @param outcome what became of it: {@code waiting}, {@code answered 200}, {@code timeout}
 */
public record Trial(Attempt attempt, String outcome) {

  /** Sent, and no final answer yet. */
  public static Trial waiting(Attempt attempt) {
    return new Trial(attempt, "waiting");
  }

  /** The same attempt after its final answer. */
  public Trial answered(int status) {
    return new Trial(attempt, "answered " + status);
  }

  /** The same attempt after a failure; 503 is an answer. */
  public Trial failed(AttemptFailure why) {
    return why == AttemptFailure.UNAVAILABLE ? answered(503) : new Trial(attempt, why.label());
  }

  /** The same attempt, given up by the caller before a final answer. */
  public Trial cancelled() {
    return new Trial(attempt, "cancelled");
  }

  /** {@code udp:192.0.2.9:5060 by ext-udp udp:192.0.2.4:5060 of bond extern: answered 200}. */
  @Override
  public String toString() {
    return attempt + ": " + outcome;
  }
}
