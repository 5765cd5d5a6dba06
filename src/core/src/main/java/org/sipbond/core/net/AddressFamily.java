package org.sipbond.core.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;

/** The family of an IP address. */
public enum AddressFamily {
  IPV4,
  IPV6;

  /** The family of {@code address}. */
  public static AddressFamily of(InetAddress address) {
    return address instanceof Inet4Address ? IPV4 : IPV6;
  }

  /** {@code ipv4} or {@code ipv6}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
