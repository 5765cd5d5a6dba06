package org.sipbond.core.config;

import java.time.Duration;

/**
 * How long calls may take.
 *
 * @param ringTimeout how long a callee may ring; 3 min unless configured (timer C of RFC 3261
 *     §16.6, step 11)
 * @param longest how long an answered call may last; zero, which is the default, for any time
 */
public record CallSettings(Duration ringTimeout, Duration longest) {
  /** What holds where nothing is configured. */
  public static final CallSettings DEFAULT = new CallSettings(Duration.ofMinutes(3), Duration.ZERO);
}
