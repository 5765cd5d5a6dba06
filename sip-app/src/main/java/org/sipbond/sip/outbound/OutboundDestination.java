package org.sipbond.sip.outbound;

import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.net.Destination;

/**
 * Makes one request go to a destination that was located, whatever its Request-URI says. JSR 289
 * has no way for that but a Route header, which stays in the request.
 */
public interface OutboundDestination {

  /** Lets {@code request}, which was not sent yet, go to {@code destination}. */
  void use(SipServletRequest request, Destination destination);

  /**
   * Whether the container takes part: tells of provisional responses by {@link
   * OutboundDestinations#ON_TRYING}, and of its own failures.
   */
  boolean containerTakesPart();
}
