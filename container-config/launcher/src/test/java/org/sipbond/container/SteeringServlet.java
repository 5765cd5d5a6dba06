package org.sipbond.container;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ServletException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import org.mobicents.javax.servlet.sip.SipSessionExt;

/**
 * Calls where it is told. An OPTIONS makes an INVITE to its request-URI, whose parameters say the
 * rest and are left out of it: "by" is the port of the listener that it leaves by; "over", "to" and
 * "at" are transport, address and port of the destination, the address that of the sender where it
 * is left out; without them no destination is set. "asked" becomes the parameter "transport". With
 * "cancel" the INVITE is cancelled at the first 180; an answered one is acknowledged and ended.
 * With "outcome" the OPTIONS is answered only when the INVITE is, and tells how.
 */
public class SteeringServlet extends SipServlet {
  private static final long serialVersionUID = 1L;
  private static final String HEADER = "X-Sipbond-Destination";
  private static final String TRYING = "org.sipbond.container.on-trying";

  @Override
  protected void doOptions(SipServletRequest request) throws ServletException, IOException {
    SipURI told = (SipURI) request.getRequestURI();
    if (told.getParameter("by") == null) {
      answer(request, "X-Given", request.getHeader(HEADER));
      return;
    }
    SipFactory factory = (SipFactory) getServletContext().getAttribute(SIP_FACTORY);
    SipServletRequest invite =
        factory.createRequest(
            factory.createApplicationSession(), "INVITE", "sip:from@example.com", target(told));
    // By itself the container leaves out the parameters of a URI that it takes from To.
    invite.setRequestURI(factory.createURI(target(told)));
    leaveBy(invite, Integer.parseInt(told.getParameter("by")));
    AtomicInteger trying = new AtomicInteger();
    invite.setAttribute(TRYING, (Runnable) trying::incrementAndGet);
    SipSession session = invite.getSession();
    session.setAttribute("trying", trying);
    session.setAttribute("cancel", told.getParameter("cancel") != null);
    destination(told, request.getRemoteAddr())
        .ifPresent(destination -> session.setAttribute(HEADER, destination));
    if (told.getParameter("outcome") != null) {
      session.setAttribute("asking", request);
    }
    String sent = sent(invite);
    if (told.getParameter("outcome") == null || !"yes".equals(sent)) {
      answer(request, "X-Sent", sent);
    }
  }

  private void answer(SipServletRequest request, String name, Object value) throws IOException {
    SipServletResponse response = request.createResponse(SipServletResponse.SC_OK);
    Object announced = getServletContext().getAttribute("org.sipbond.container.destinations");
    response.setHeader("X-Announced", String.valueOf(announced));
    response.setHeader(name, String.valueOf(value));
    response.send();
  }

  private static String target(SipURI told) {
    String asked = told.getParameter("asked");
    return "sip:"
        + told.getUser()
        + "@"
        + told.getHost()
        + (asked == null ? "" : ";transport=" + asked);
  }

  private static Optional<String> destination(SipURI told, String sender) {
    String to = Optional.ofNullable(told.getParameter("to")).orElse(sender);
    return Optional.ofNullable(told.getParameter("over"))
        .map(
            transport ->
                transport
                    + ":"
                    + (to.indexOf(':') < 0 ? to : "[" + to + "]")
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
      tell(response);
      steer(response.createAck()).send();
      steer(response.getSession().createRequest("BYE")).send();
    }
  }

  @Override
  protected void doErrorResponse(SipServletResponse response) throws IOException {
    tell(response);
  }

  /** Status, failure, how often somebody was there, what the peer tried to say, and the thread. */
  private void tell(SipServletResponse response) throws IOException {
    SipSession session = response.getSession();
    if (session.getAttribute("asking") instanceof SipServletRequest asking) {
      answer(
          asking,
          "X-Outcome",
          "%d %s trying=%s given=%s on %s"
              .formatted(
                  response.getStatus(),
                  response.getRequest().getAttribute("org.sipbond.container.failure"),
                  session.getAttribute("trying"),
                  response.getHeader(HEADER),
                  Thread.currentThread().getName()));
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
