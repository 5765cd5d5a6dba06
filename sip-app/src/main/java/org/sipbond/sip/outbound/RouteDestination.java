package org.sipbond.sip.outbound;

import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;

/**
 * By a Route header, the only way of JSR 289 (§8.4.1, {@code pushRoute}). The peer gets to see it.
 * An address needs none: the Request-URI says it already; nor can one be put on a request within a
 * dialog, which the container then locates in its own way.
 */
final class RouteDestination implements OutboundDestination {
  private final SipFactory factory;

  RouteDestination(SipFactory factory) {
    this.factory = factory;
  }

  @Override
  public void use(SipServletRequest request, Destination destination) {
    if (request.isInitial() && IpLiteral.parse(destination.domain()).isEmpty()) {
      request.pushRoute(route(destination));
    }
  }

  private SipURI route(Destination destination) {
    SipURI route = factory.createSipURI("", IpLiteral.uriHost(destination.address()));
    route.setPort(destination.port());
    route.setTransportParam(destination.transport().toString());
    route.setLrParam(true);
    return route;
  }

  @Override
  public boolean containerTakesPart() {
    return false;
  }
}
