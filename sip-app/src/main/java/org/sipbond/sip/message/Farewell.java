package org.sipbond.sip.message;

import javax.servlet.sip.SipApplicationSession;

/** Lets go of the sessions of a call that is over. */
public final class Farewell {
  private static final int ONE_MINUTE = 1;
  private static final System.Logger LOG = System.getLogger(Farewell.class.getName());

  private Farewell() {}

  /**
   * Lets the container end what is left of the call in a minute. Not at once: the ACK of a refusal
   * and the answer to a BYE may take until 64*T1, 32 seconds (RFC 3261 §17), and the container
   * cannot place them any more without a session. Not never: the container forgets by itself only
   * sessions that had a dialog.
   */
  public static void to(SipApplicationSession session) {
    try {
      session.setExpires(ONE_MINUTE);
    } catch (IllegalStateException gone) {
      LOG.log(System.Logger.Level.DEBUG, "session has ended already", gone);
    }
  }
}
