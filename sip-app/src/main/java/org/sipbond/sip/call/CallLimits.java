package org.sipbond.sip.call;

import java.time.Duration;

/**
 * How long calls may take.
 *
 * @param ringing how long a callee may ring (timer C of RFC 3261 §16.6, step 11)
 * @param longest how long an answered call may last; zero for any time
 */
public record CallLimits(Duration ringing, Duration longest) {}
