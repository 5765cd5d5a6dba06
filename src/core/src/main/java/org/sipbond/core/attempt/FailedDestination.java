package org.sipbond.core.attempt;

import java.time.Instant;
import org.sipbond.core.net.Destination;

/**
 * A destination that comes last for now.
 *
 * @param since when it failed last
 * @param until when one call may try it again in its turn
 */
public record FailedDestination(
    Destination destination, AttemptFailure why, Instant since, Instant until) {

  /** {@code udp:192.0.2.9:5060: timeout at 2026-11-21T10:00:00Z, last until …}. */
  @Override
  public String toString() {
    return destination + ": " + why.label() + " at " + since + ", last until " + until;
  }
}
