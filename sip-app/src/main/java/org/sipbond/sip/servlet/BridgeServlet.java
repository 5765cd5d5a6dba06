package org.sipbond.sip.servlet;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.sip.leg.Usage;

/**
 * The back-to-back user agent. Deliberately without fields, even constants: the container scans
 * those for injection and needs the EJB API to do so, which not every layout of it has.
 */
@SuppressWarnings("serial")
public class BridgeServlet extends SipServlet {

  @Override
  protected void doRequest(SipServletRequest request) throws ServletException, IOException {
    Optional<Usage> usage = Usage.of(request);
    if (usage.isPresent()) {
      usage.get().request(request);
    } else if (request.isInitial()) {
      Reception.in(getServletContext()).receive(request);
    } else if (!"ACK".equals(request.getMethod()) && !"CANCEL".equals(request.getMethod())) {
      request.createResponse(SipServletResponse.SC_CALL_LEG_DONE).send();
    }
  }

  @Override
  protected void doResponse(SipServletResponse response) throws ServletException, IOException {
    Optional<Usage> usage = Usage.of(response);
    if (usage.isPresent()) {
      usage.get().response(response);
    }
  }
}
