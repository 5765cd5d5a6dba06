package org.sipbond.sip.leg;

import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.sipbond.core.attempt.Attempt;

/** The second leg as one attempt makes it: where to, by which member, and its first request. */
public record CalleeLeg(Attempt attempt, SipServletRequest request) {

  public SipSession session() {
    return request.getSession();
  }

  /**
   * Whether {@code message} came on this leg. By Call-ID: each attempt has one, and where the
   * callee's side forks, each of its dialogs has a session.
   */
  public boolean has(SipServletMessage message) {
    return message.getCallId().equals(request().getCallId());
  }
}
