package org.sipbond.container;

import java.io.IOException;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.mobicents.javax.servlet.sip.SipSessionExt;

/**
 * Answers calls by the listener that they came in by, and calls out by a named one: an OPTIONS for
 * a URI with the parameter "by" makes an INVITE to that URI from the listener on that port; the
 * call is acknowledged and ended at once.
 */
public class CallingServlet extends SipServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doOptions(SipServletRequest request) throws ServletException, IOException {
    request.createResponse(SipServletResponse.SC_OK).send();
    SipURI uri = (SipURI) request.getRequestURI().clone();
    String by = uri.getParameter("by");
    if (by != null) {
      uri.removeParameter("by");
      SipFactory factory = (SipFactory) getServletContext().getAttribute(SIP_FACTORY);
      SipApplicationSession session = factory.createApplicationSession();
      SipServletRequest invite =
          factory.createRequest(session, "INVITE", "sip:from@example.com", uri.toString());
      leaveBy(invite, Integer.parseInt(by));
      invite.send();
    }
  }

  @Override
  protected void doInvite(SipServletRequest request) throws IOException {
    leaveBy(request, request.getLocalPort());
    request.createResponse(SipServletResponse.SC_RINGING).send();
    request.createResponse(SipServletResponse.SC_OK).send();
  }

  @Override
  protected void doSuccessResponse(SipServletResponse response) throws IOException {
    if ("INVITE".equals(response.getMethod())) {
      response.createAck().send();
      response.getSession().createRequest("BYE").send();
    }
  }

  @Override
  protected void doBye(SipServletRequest request) throws IOException {
    request.createResponse(SipServletResponse.SC_OK).send();
  }

  private void leaveBy(SipServletMessage message, int port) {
    @SuppressWarnings("unchecked")
    List<SipURI> interfaces = (List<SipURI>) getServletContext().getAttribute(OUTBOUND_INTERFACES);
    for (SipURI uri : interfaces) {
      if (uri.getPort() == port) {
        ((SipSessionExt) message.getSession()).setOutboundInterface(uri);
      }
    }
  }
}
