// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

/**
 * What peers see of a listening point.
 *
 * @param host as a SIP URI writes it: IPv6 in brackets (RFC 3261 §25.1)
 */
record AdvertisedAddress(String host, int port) {

  AdvertisedAddress {
    host = bracketed(host);
  }

  /** The host as a SIP URI writes it. */
  static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  /** The host as a socket address writes it. */
  static String plain(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** {@code sent-by} of a Via header. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
