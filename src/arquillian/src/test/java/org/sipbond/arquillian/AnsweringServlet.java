package org.sipbond.arquillian;

import java.io.IOException;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;

/** Answers every OPTIONS with 200 and says in a header which application it is. */
public class AnsweringServlet extends SipServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doOptions(SipServletRequest request) throws IOException {
    var response = request.createResponse(200);
    response.setHeader("X-Application", request.getApplicationSession().getApplicationName());
    response.send();
  }
}
