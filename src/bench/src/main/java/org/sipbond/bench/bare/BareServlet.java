package org.sipbond.bench.bare;

import java.io.IOException;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.sip.B2buaHelper;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.UAMode;

/**
 * Bridges every call to one next hop from whatever socket the container takes. No fields: the
 * container would scan them.
 */
@SuppressWarnings("serial")
public class BareServlet extends SipServlet {

  @Override
  protected void doInvite(SipServletRequest request) throws ServletException, IOException {
    SipFactory factory = (SipFactory) getServletContext().getAttribute(SIP_FACTORY);
    SipServletRequest second = request.getB2buaHelper().createRequest(request, true, Map.of());
    second.setRequestURI(factory.createURI(getServletContext().getInitParameter("next-hop")));
    second.send();
  }

  @Override
  protected void doResponse(SipServletResponse response) throws ServletException, IOException {
    boolean ofInvite = "INVITE".equals(response.getMethod());
    if (ofInvite && response.getStatus() > SipServletResponse.SC_TRYING) {
      SipServletResponse onward =
          response
              .getRequest()
              .getB2buaHelper()
              .createResponseToOriginalRequest(
                  linked(response), response.getStatus(), response.getReasonPhrase());
      copyBody(response, onward);
      onward.send();
    }
  }

  @Override
  protected void doAck(SipServletRequest ack) throws ServletException, IOException {
    for (SipServletMessage pending :
        ack.getB2buaHelper().getPendingMessages(linked(ack), UAMode.UAC)) {
      if (pending instanceof SipServletResponse answer && "INVITE".equals(answer.getMethod())) {
        answer.createAck().send();
      }
    }
  }

  @Override
  protected void doBye(SipServletRequest bye) throws ServletException, IOException {
    bye.createResponse(SipServletResponse.SC_OK).send();
    linked(bye).createRequest("BYE").send();
  }

  private static SipSession linked(SipServletMessage message) {
    SipServletRequest request =
        message instanceof SipServletResponse response
            ? response.getRequest()
            : (SipServletRequest) message;
    B2buaHelper helper = request.getB2buaHelper();
    return helper.getLinkedSession(message.getSession());
  }

  private static void copyBody(SipServletMessage from, SipServletMessage to) throws IOException {
    byte[] body = from.getRawContent();
    if (body != null && body.length > 0) {
      to.setContent(body, from.getContentType());
    }
  }
}
