package org.sipbond.container;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.mobicents.javax.servlet.sip.SipSessionExt;

/**
 * Calls where it is told. An OPTIONS makes an INVITE to its request-URI, whose parameters say the
 * rest and are left out of it: "by" is the port of the listener that it leaves by; "over" and "at"
 * are transport and port of the destination, whose address is where the OPTIONS came from; without
 * them no destination is set. "asked" becomes the parameter "transport". What rings is left ringing
 * with "ring", and cancelled with "cancel"; what is answered is acknowledged and ended.
 */
public class SteeringServlet extends SipServlet {
  private static final long serialVersionUID = 1L;
  private static final String HEADER = "X-Sipbond-Destination";

  @Override
  protected void doOptions(SipServletRequest request) throws ServletException, IOException {
    SipURI told = (SipURI) request.getRequestURI();
    SipFactory factory = (SipFactory) getServletContext().getAttribute(SIP_FACTORY);
    SipServletRequest invite =
        factory.createRequest(
            factory.createApplicationSession(), "INVITE", "sip:from@example.com", target(told));
    // By itself the container leaves out the parameters of a URI that it takes from To.
    invite.setRequestURI(factory.createURI(target(told)));
    leaveBy(invite, Integer.parseInt(told.getParameter("by")));
    invite.getSession().setAttribute("cancel", told.getParameter("cancel") != null);
    destination(told, request.getRemoteAddr())
        .ifPresent(destination -> invite.getSession().setAttribute(HEADER, destination));
    SipServletResponse response = request.createResponse(SipServletResponse.SC_OK);
    response.setHeader("X-Announced", String.valueOf(announced()));
    response.setHeader("X-Given", String.valueOf(request.getHeader(HEADER)));
    response.setHeader("X-Sent", sent(invite));
    response.send();
  }

  private Object announced() {
    return getServletContext().getAttribute("org.sipbond.container.destinations");
  }

  private static String target(SipURI told) {
    String asked = told.getParameter("asked");
    return "sip:"
        + told.getUser()
        + "@"
        + told.getHost()
        + (asked == null ? "" : ";transport=" + asked);
  }

  private static Optional<String> destination(SipURI told, String address) {
    return Optional.ofNullable(told.getParameter("over"))
        .map(
            transport ->
                transport
                    + ":"
                    + (address.indexOf(':') < 0 ? address : "[" + address + "]")
                    + ":"
                    + told.getParameter("at")
                    + ";domain="
                    + told.getHost());
  }

  private static String sent(SipServletRequest request) {
    try {
      steer(request).send();
      return "yes";
    } catch (IOException failure) {
      return "no: " + failure.getMessage();
    }
  }

  private static SipServletRequest steer(SipServletRequest request) {
    Optional.ofNullable((String) request.getSession().getAttribute(HEADER))
        .ifPresent(destination -> request.setHeader(HEADER, destination));
    return request;
  }

  @Override
  protected void doProvisionalResponse(SipServletResponse response) throws IOException {
    if (Boolean.TRUE.equals(response.getSession().getAttribute("cancel"))) {
      response.getRequest().createCancel().send();
    }
  }

  @Override
  protected void doSuccessResponse(SipServletResponse response) throws IOException {
    if ("INVITE".equals(response.getMethod())) {
      steer(response.createAck()).send();
      steer(response.getSession().createRequest("BYE")).send();
    }
  }

  private void leaveBy(SipServletRequest request, int port) {
    @SuppressWarnings("unchecked")
    List<SipURI> interfaces = (List<SipURI>) getServletContext().getAttribute(OUTBOUND_INTERFACES);
    for (SipURI uri : interfaces) {
      if (uri.getPort() == port) {
        ((SipSessionExt) request.getSession()).setOutboundInterface(uri);
      }
    }
  }
}
