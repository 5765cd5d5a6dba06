package org.sipbond.arquillian.remote;

import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipSessionsUtil;

/** Gives the application's {@link SipSessionsUtil}. */
final class SipSessionsUtilProvider extends ContextAttributeProvider {
  SipSessionsUtilProvider() {
    super(SipSessionsUtil.class, SipServlet.SIP_SESSIONS_UTIL);
  }
}
