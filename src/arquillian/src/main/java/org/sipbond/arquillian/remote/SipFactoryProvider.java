package org.sipbond.arquillian.remote;

import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;

/** Gives the application's {@link SipFactory}. */
final class SipFactoryProvider extends ContextAttributeProvider {
  SipFactoryProvider() {
    super(SipFactory.class, SipServlet.SIP_FACTORY);
  }
}
