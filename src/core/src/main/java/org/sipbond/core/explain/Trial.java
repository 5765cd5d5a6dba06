package org.sipbond.core.explain;

import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.attempt.RequestSize;

/**
 * An attempt that a call made.
 *
 * @param outcome what became of it: {@code waiting}, {@code answered 200}, {@code timeout}
 * @param remark what else there is to know; empty text for nothing
 */
public record Trial(Attempt attempt, String outcome, String remark) {

  /** Sent, and no final answer yet. */
  public static Trial waiting(Attempt attempt) {
    return new Trial(attempt, "waiting", "");
  }

  /** The same attempt of a request of that size. */
  public Trial sized(RequestSize size) {
    return new Trial(attempt, outcome, size.remark(attempt.destination().transport()));
  }

  /** The same attempt after its final answer. */
  public Trial answered(int status) {
    return become("answered " + status);
  }

  /** The same attempt after a failure; 503 is an answer. */
  public Trial failed(AttemptFailure why) {
    return why == AttemptFailure.UNAVAILABLE ? answered(503) : become(why.label());
  }

  /** The same attempt, given up by the caller before a final answer. */
  public Trial cancelled() {
    return become("cancelled");
  }

  /** {@code udp:192.0.2.9:5060 by ext-udp udp:192.0.2.4:5060 of bond extern: answered 200}. */
  @Override
  public String toString() {
    return attempt + ": " + outcome + (remark.isEmpty() ? "" : "; " + remark);
  }

  private Trial become(String end) {
    return new Trial(attempt, end, remark);
  }
}
