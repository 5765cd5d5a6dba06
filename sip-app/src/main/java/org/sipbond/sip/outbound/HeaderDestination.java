package org.sipbond.sip.outbound;

import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.net.Destination;

/**
 * By a header that the container takes out again before it sends, so that nothing of it is on the
 * wire. Only where the container says that it does.
 */
final class HeaderDestination implements OutboundDestination {
  private static final String HEADER = "X-Sipbond-Destination";

  @Override
  public void use(SipServletRequest request, Destination destination) {
    request.setHeader(HEADER, destination + ";domain=" + destination.domain());
  }

  @Override
  public boolean containerTakesPart() {
    return true;
  }
}
