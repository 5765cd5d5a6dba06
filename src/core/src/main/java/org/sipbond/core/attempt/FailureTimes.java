package org.sipbond.core.attempt;

import java.time.Duration;

/**
 * How long what counts.
 *
 * @param last how long a destination that failed comes last
 * @param patience how long an attempt may be without any answer before other calls go elsewhere
 *     first; a peer answers an INVITE within 200 ms, if only with 100 (RFC 3261 §8.2.6.1)
 * @param probe how long one call that tries a failed destination again keeps the others from it
 */
public record FailureTimes(Duration last, Duration patience, Duration probe) {
  /** Four minutes; a second; Timer B of RFC 3261 §17.1.1.2. */
  public static final FailureTimes DEFAULT =
      new FailureTimes(Duration.ofMinutes(4), Duration.ofSeconds(1), Duration.ofSeconds(32));

  public FailureTimes {
    if (last.isNegative() || patience.isNegative() || probe.isNegative()) {
      throw new IllegalArgumentException(
          "times are " + (last + ", " + patience + ", " + probe) + "; allowed: 0 or more each");
    }
  }
}
