package org.sipbond.sip.call;

import java.time.Duration;
import org.sipbond.core.b2bua.Keepalive;
import org.sipbond.core.b2bua.SessionTimes;

/**
 * How long calls may take, and how it is found out that they are over.
 *
 * @param ringing how long a callee may ring (timer C of RFC 3261 §16.6, step 11)
 * @param longest how long an answered call may last; zero for any time
 * @param session what is asked of each leg's peer for a session timer
 * @param keepalive how the peer of a leg is asked that has none
 */
public record CallLimits(
    Duration ringing, Duration longest, SessionTimes session, Keepalive keepalive) {}
