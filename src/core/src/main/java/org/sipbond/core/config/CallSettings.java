package org.sipbond.core.config;

import java.time.Duration;
import org.sipbond.core.b2bua.Keepalive;
import org.sipbond.core.b2bua.SessionTimes;

/**
 * How long calls may take, and how it is found out that they are over.
 *
 * @param ringTimeout how long a callee may ring; 3 min unless configured (timer C of RFC 3261
 *     §16.6, step 11)
 * @param longest how long an answered call may last; zero, which is the default, for any time
 * @param session what is asked of each leg's peer for a session timer (RFC 4028)
 * @param keepalive how the peer of a leg is asked that has none
 */
public record CallSettings(
    Duration ringTimeout, Duration longest, SessionTimes session, Keepalive keepalive) {
  /** What holds where nothing is configured. */
  public static final CallSettings DEFAULT =
      new CallSettings(
          Duration.ofMinutes(3), Duration.ZERO, SessionTimes.DEFAULT, Keepalive.DEFAULT);
}
