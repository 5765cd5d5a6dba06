package org.sipbond.core.attempt;

import org.sipbond.core.net.Destination;

/**
 * A destination that a request did not get through to.
 *
 * @param why a failure of the attempt, or why there was no attempt
 */
public record Tried(Destination destination, String why) {

  /** {@code tls:[2001:db8::9]:5061: timeout}. */
  @Override
  public String toString() {
    return destination + ": " + why;
  }
}
