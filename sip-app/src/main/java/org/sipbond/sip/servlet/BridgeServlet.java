package org.sipbond.sip.servlet;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/**
 * The back-to-back user agent. Deliberately without fields, even constants: the container scans
 * those for injection and needs the EJB API to do so, which not every layout of it has.
 */
@SuppressWarnings("serial")
public class BridgeServlet extends SipServlet {

  @Override
  protected void doRequest(SipServletRequest request) throws ServletException, IOException {
    Optional<BridgedCall> call = BridgedCall.of(request);
    if (call.isPresent()) {
      inDialog(call.get(), request);
    } else if (request.isInitial()) {
      Reception.in(getServletContext()).receive(request);
    } else if (!"ACK".equals(request.getMethod()) && !"CANCEL".equals(request.getMethod())) {
      request.createResponse(SipServletResponse.SC_CALL_LEG_DONE).send();
    }
  }

  @Override
  protected void doResponse(SipServletResponse response) throws ServletException, IOException {
    Optional<BridgedCall> call = BridgedCall.of(response);
    if (call.isPresent()) {
      if (answersFirstInvite(response)) {
        ofFirstInvite(call.get(), response);
      } else {
        call.get().relayed(response);
      }
    }
  }

  private static void inDialog(BridgedCall call, SipServletRequest request) throws IOException {
    switch (request.getMethod()) {
      case "ACK" -> call.ack(request);
      case "BYE" -> call.bye(request);
      case "CANCEL" -> call.cancel(request);
      default -> call.relay(request);
    }
  }

  /** Whether a response is for the INVITE that made the second leg. */
  private static boolean answersFirstInvite(SipServletResponse response) {
    return response.getRequest().isInitial() && "INVITE".equals(response.getMethod());
  }

  private static void ofFirstInvite(BridgedCall call, SipServletResponse response)
      throws IOException {
    int status = response.getStatus();
    if (status >= SipServletResponse.SC_MULTIPLE_CHOICES) {
      call.failure(response);
    } else if (status >= SipServletResponse.SC_OK) {
      call.answer(response);
    } else if (status > SipServletResponse.SC_TRYING) {
      call.provisional(response);
    }
  }
}
