// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;

/**
 * Tells a SIP application, before it starts, that this container takes the header {@value
 * BondHop#HEADER}. At each start, because a stop clears what was told.
 */
final class DestinationsAnnounced implements LifecycleListener {

  /** The servlet context attribute; its value is true. */
  static final String ATTRIBUTE = "org.sipbond.container.destinations";

  @Override
  public void lifecycleEvent(LifecycleEvent event) {
    if (Lifecycle.CONFIGURE_START_EVENT.equals(event.getType())
        && event.getSource() instanceof Context context) {
      context.getServletContext().setAttribute(ATTRIBUTE, true);
    }
  }
}
