package org.sipbond.arquillian.facts;

import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** Hands every message to the {@link Probe} of its application. */
public class ProbeServlet extends SipServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doRequest(SipServletRequest request) {
    Probe.of(getServletContext()).received(request);
  }

  @Override
  protected void doResponse(SipServletResponse response) {
    Probe.of(getServletContext()).received(response);
  }
}
