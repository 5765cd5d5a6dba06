// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.lang.reflect.Field;
import org.mobicents.servlet.sip.catalina.SipStandardManager;

/**
 * The session manager of a SIP context. It is a property change listener because its base class
 * hands itself out as one, which the Tomcat that it was compiled for was and this one is not.
 */
public class BondSipManager extends SipStandardManager implements PropertyChangeListener {
  private static final String DELEGATE = "sipManagerDelegate";

  /** With {@link BondSessions}; the base class keeps its own in a private field, and no setter. */
  public BondSipManager() {
    try {
      Field delegate = SipStandardManager.class.getDeclaredField(DELEGATE);
      delegate.setAccessible(true);
      delegate.set(this, new BondSessions());
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException("this container has no field " + DELEGATE, other);
    }
  }

  /** Nothing to follow: this Tomcat takes the session timeout from the context each time. */
  @Override
  public void propertyChange(PropertyChangeEvent event) {}

  /** Nothing: for the same reason; the base class calls it at every start. */
  @Override
  @Deprecated
  public void setMaxInactiveInterval(int seconds) {}
}
