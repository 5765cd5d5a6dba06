package org.sipbond.sip.outbound;

import javax.servlet.ServletContext;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;

/** Chooses the {@link OutboundDestination} once, at start. */
public final class OutboundDestinations {
  /**
   * The attribute of a request that holds a {@link Runnable}, which the container runs when the
   * first provisional response to it comes, 100 included: JSR 289 keeps 100 from applications.
   */
  public static final String ON_TRYING = "org.sipbond.container.on-trying";

  /**
   * The attribute of a request that was answered by the container itself: {@code timeout} or {@code
   * transport-error}.
   */
  public static final String FAILURE = "org.sipbond.container.failure";

  private static final String ANNOUNCED = "org.sipbond.container.destinations";

  private OutboundDestinations() {}

  /** The container's way where it says that it has one, else that of JSR 289. */
  public static OutboundDestination choose(ServletContext context) {
    return Boolean.TRUE.equals(context.getAttribute(ANNOUNCED))
        ? new HeaderDestination()
        : new RouteDestination((SipFactory) context.getAttribute(SipServlet.SIP_FACTORY));
  }
}
