package org.sipbond.core.attempt;

import java.time.Instant;
import org.sipbond.core.net.Destination;

/**
 * A destination that comes last for now.
 *
 * @param why the label of an {@link AttemptFailure}, or {@link #OPERATOR}
 * @param since when it failed last
 * @param until when one call may try it again in its turn
 */
public record FailedDestination(Destination destination, String why, Instant since, Instant until) {
  /** It has not failed: an operator wants others to be tried before it. */
  public static final String OPERATOR = "operator";

  /** A destination that failed. */
  public FailedDestination(
      Destination destination, AttemptFailure why, Instant since, Instant until) {
    this(destination, why.label(), since, until);
  }

  /** {@code udp:192.0.2.9:5060: timeout at 2026-11-21T10:00:00Z, last until …}. */
  @Override
  public String toString() {
    return destination + ": " + why + " at " + since + ", last until " + until;
  }
}
