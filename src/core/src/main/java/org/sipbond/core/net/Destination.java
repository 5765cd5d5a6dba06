package org.sipbond.core.net;

import java.net.InetAddress;

/**
 * Where a request goes, after everything has been looked up: the result of RFC 3263 §4.
 *
 * @param port 1 to 65535
 * @param domain the host that the user asked for, before DNS; the name that a TLS peer has to prove
 *     (RFC 5922 §7.1)
 */
public record Destination(Transport transport, InetAddress address, int port, String domain) {

  public Destination {
    HostPort.checkPort(port);
    if (domain.isEmpty()) {
      throw new IllegalArgumentException("domain is empty; allowed: the host before DNS");
    }
  }

  /** A destination that was asked for by its address. */
  public static Destination of(Transport transport, InetAddress address, int port) {
    return new Destination(transport, address, port, IpLiteral.text(address));
  }

  /** The family of the address. */
  public AddressFamily family() {
    return AddressFamily.of(address);
  }

  /** {@code tls:[2001:db8::1]:5061}; the domain is left out. */
  @Override
  public String toString() {
    return transport + ":" + HostPort.text(address, port);
  }
}
