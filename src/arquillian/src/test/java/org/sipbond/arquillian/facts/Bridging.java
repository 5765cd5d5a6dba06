package org.sipbond.arquillian.facts;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.ServletException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.ar.SipApplicationRoutingDirective;

/**
 * The smallest back-to-back user agent that a fact can be seen in: one call, no host of its own in
 * From or To, every status passed on.
 */
final class Bridging {
  private static final String OTHER = "other";
  private static final String ANSWER = "answer";

  private final SipFactory factory;
  private final String calleeUri;
  private final List<SipServletRequest> invites = new CopyOnWriteArrayList<>();

  private Bridging(SipFactory factory, String calleeUri) {
    this.factory = factory;
    this.calleeUri = calleeUri;
  }

  /** Bridges the next call that comes to {@code probe}. */
  static Bridging to(String calleeUri, SipFactory factory, Probe probe) {
    Bridging bridging = new Bridging(factory, calleeUri);
    probe.script(bridging::request, bridging::response);
    return bridging;
  }

  SipServletRequest callerInvite() {
    return invites.get(0);
  }

  SipServletRequest calleeInvite() {
    return invites.get(1);
  }

  private void request(SipServletRequest request) throws IOException, ServletException {
    if (request.isInitial()) {
      begin(request);
      return;
    }
    switch (request.getMethod()) {
      case "ACK" ->
          ((SipServletResponse) request.getSession().getAttribute(ANSWER)).createAck().send();
      case "CANCEL" -> calleeInvite().createCancel().send();
      default -> {
        SipSession other = (SipSession) request.getSession().getAttribute(OTHER);
        request.createResponse(SipServletResponse.SC_OK).send();
        other.createRequest(request.getMethod()).send();
      }
    }
  }

  private void begin(SipServletRequest first) throws IOException, ServletException {
    SipServletRequest second =
        factory.createRequest(
            first.getApplicationSession(), "INVITE", first.getFrom(), first.getTo());
    second.setRequestURI(factory.createURI(calleeUri));
    second.setRoutingDirective(SipApplicationRoutingDirective.CONTINUE, first);
    first.getSession().setAttribute(OTHER, second.getSession());
    second.getSession().setAttribute(OTHER, first.getSession());
    invites.add(first);
    invites.add(second);
    second.send();
  }

  private void response(SipServletResponse response) throws IOException {
    SipServletRequest first = callerInvite();
    if (response.getMethod().equals("INVITE")
        && response.getStatus() != SipServletResponse.SC_REQUEST_TERMINATED) {
      first.getSession().setAttribute(ANSWER, response);
      first.createResponse(response.getStatus()).send();
    }
  }
}
