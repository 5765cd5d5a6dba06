package org.sipbond.core.attempt;

import org.sipbond.core.bond.Selection;
import org.sipbond.core.net.Destination;

/** A destination with the member that sends to it. */
public record Attempt(Selection.Chosen member) {

  public Destination destination() {
    return member.destination();
  }

  /** {@code tls:[2001:db8::9]:5061 by ext-tls6 tls:[2001:db8::1]:5061 of bond extern}. */
  @Override
  public String toString() {
    return member.toString();
  }
}
