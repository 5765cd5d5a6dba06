package org.sipbond.sip.message;

import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.SubscriptionTerm;

/** How long a 2xx to SUBSCRIBE says that the subscription lasts. */
public final class GrantedTime {
  private static final String EXPIRES = "Expires";

  private GrantedTime() {}

  /**
   * Says what was asked for where a notifier has left it out. RFC 6665 §3.1.1 wants it in every
   * such response, and the stack sends none without.
   *
   * @param onward the response that is to be sent
   */
  public static void complete(SipServletResponse onward, SipServletRequest subscribe) {
    boolean success =
        onward.getStatus() >= SipServletResponse.SC_OK
            && onward.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES;
    if (success && "SUBSCRIBE".equals(subscribe.getMethod()) && onward.getHeader(EXPIRES) == null) {
      long seconds = SubscriptionTerm.grantedSeconds(Headers.values(subscribe, EXPIRES));
      onward.setHeader(EXPIRES, Long.toString(seconds));
    }
  }
}
