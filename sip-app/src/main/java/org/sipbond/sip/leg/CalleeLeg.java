package org.sipbond.sip.leg;

import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.sipbond.core.attempt.Attempt;

/** The second leg as one attempt makes it: where to, by which member, and its INVITE. */
public record CalleeLeg(Attempt attempt, SipServletRequest invite) {

  public SipSession session() {
    return invite.getSession();
  }

  /** Whether {@code message} came on this leg. */
  public boolean has(SipServletMessage message) {
    return message.getSession().getId().equals(session().getId());
  }
}
