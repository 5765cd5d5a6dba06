package org.sipbond.core.b2bua;

import java.util.Locale;

/** What can happen to a bridged call. The caller is the leg that came in, the callee the other. */
public enum CallEvent {
  /** DNS has answered. */
  LOCATED,
  /** There is a destination and a member for the next attempt at the callee. */
  ATTEMPT,
  /** There is nothing to send to, or nothing left of it. */
  REFUSED,
  /** The INVITE of the attempt is on its way; a connection is there where it needs one. */
  SENT,
  /** The attempt ended in a way that another destination may mend. See RFC 3263 §4.3. */
  ATTEMPT_FAILED,
  /** Nothing came for the attempt, not even 100, and another destination is worth a try. */
  ATTEMPT_SILENT,
  /** A 101 to 199 response of the callee to the first INVITE; 100 is hop by hop and no event. */
  PROVISIONAL,
  /** A 2xx response of the callee to the first INVITE. */
  ANSWER,
  /**
   * A 2xx response of the callee that could not be relayed, because the caller's INVITE was
   * answered otherwise meanwhile: its CANCEL is on the way to here.
   */
  UNWANTED_ANSWER,
  /** A 3xx to 6xx response of the callee to the first INVITE that stands. */
  FAILURE,
  /** The call has waited for too long: ringing without an end, or a PRACK that does not come. */
  TOO_LATE,
  /** The caller gave up before the answer was relayed. */
  CANCEL,
  /** The caller's ACK for the relayed 2xx. */
  ACK,
  /** The caller did not acknowledge the relayed 2xx in 64*T1. See RFC 3261 §13.3.1.4. */
  NO_ACK,
  /** A BYE from the caller. */
  CALLER_BYE,
  /** A BYE from the callee. */
  CALLEE_BYE,
  /** An answered call has lasted for as long as calls may. */
  TIME_UP,
  /** A peer's answer to a request within the call says that it is no more: {@link UsageEnd}. */
  PEER_LOST,
  /** Nobody refreshed the session of a leg in time. See RFC 4028 §10. */
  SESSION_EXPIRED,
  /** A peer did not answer a refresh of its session, or knows of no such call. */
  REFRESH_FAILED,
  /** A peer did not answer when it was asked whether it is there, or knows of no such call. */
  KEEPALIVE_FAILED,
  /** An operator ends the call. */
  ORDER;

  /** {@code session-expired}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
