// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * What peers see of a listening point.
 *
 * @param host as a SIP URI writes it: IPv6 in brackets
 */
record AdvertisedAddress(String host, int port) {

  static AdvertisedAddress of(InetAddress address, int port) {
    return of(text(address), port);
  }

  static AdvertisedAddress of(String host, int port) {
    boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
    return new AdvertisedAddress(bare ? "[" + host + "]" : host, port);
  }

  /** The address without zone, which no SIP URI can hold (RFC 3261 §25.1). */
  static String text(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return address instanceof Inet6Address && zone >= 0 ? text.substring(0, zone) : text;
  }

  /** {@code sent-by} of a Via header. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
