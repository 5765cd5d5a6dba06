package org.sipbond.container;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** Answers every OPTIONS with 200. It has a field, because such servlets once did not load. */
public class AnsweringServlet extends SipServlet {
  private static final long serialVersionUID = 1L;

  private final AtomicInteger answered = new AtomicInteger();

  @Override
  protected void doOptions(SipServletRequest request) throws IOException {
    SipServletResponse response = request.createResponse(SipServletResponse.SC_OK);
    response.setHeader("X-Answered", String.valueOf(answered.incrementAndGet()));
    response.send();
    request.getApplicationSession().invalidate();
  }
}
