// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import org.apache.catalina.Container;
import org.mobicents.servlet.sip.catalina.CatalinaSipContext;
import org.mobicents.servlet.sip.catalina.SipStandardHost;

/**
 * A virtual host that gives every SIP context a session manager that can start, so that an
 * application needs no descriptor of this container, and tells it what this container can. A
 * manager that the application's own {@code META-INF/context.xml} names takes its place.
 */
public class BondSipHost extends SipStandardHost {
  @Override
  public void addChild(Container child) {
    if (child instanceof CatalinaSipContext) {
      child.addLifecycleListener(new DestinationsAnnounced());
      if (child.getManager() == null) {
        child.setManager(new BondSipManager());
      }
    }
    super.addChild(child);
  }

  /** Nothing: read when server.xml is parsed; here so that the parser does not warn. */
  public void setHostConfigClass(String hostConfigClass) {}
}
