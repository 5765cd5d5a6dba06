package org.sipbond.core.bond;

import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.Transport;

/** A transport over an address family: what a socket can send, and what a destination needs. */
public record Capability(Transport transport, AddressFamily family) {

  /** What a socket needs to send to {@code destination}. */
  public static Capability neededBy(Destination destination) {
    return new Capability(destination.transport(), destination.family());
  }

  /** {@code tls over ipv6}. */
  @Override
  public String toString() {
    return transport + " over " + family;
  }
}
