package org.sipbond.sip.message;

import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipSession;
import org.sipbond.core.b2bua.Crossing;
import org.sipbond.core.bond.Bond;

/**
 * Which sessions belong to trusted bonds. It stands in the session, so that every message of a leg
 * is judged alike, whoever passes it on; a session of which nothing is said is not trusted.
 */
public final class SessionTrust {
  private static final String KEY = "org.sipbond.trusted";

  private SessionTrust() {}

  /** The session is a leg of that bond. To be said before anything is copied to or from it. */
  public static void tie(SipSession session, Bond bond) {
    session.setAttribute(KEY, bond.trusted());
  }

  /** Whether that session was tied to a trusted bond. */
  static boolean isTrusted(SipSession session) {
    return Boolean.TRUE.equals(session.getAttribute(KEY));
  }

  /** The way from one leg to the other. */
  static Crossing crossing(SipServletMessage from, SipServletMessage to) {
    return new Crossing(isTrusted(from.getSession()), isTrusted(to.getSession()));
  }
}
