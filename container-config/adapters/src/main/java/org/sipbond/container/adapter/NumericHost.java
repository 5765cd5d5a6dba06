// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.util.regex.Pattern;

/** Tells IP addresses from names by their text, so that no resolver is asked about either. */
final class NumericHost {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);

  private NumericHost() {}

  /**
   * Whether the host is an IP address, or at least no name that could be looked up: with a colon in
   * it the JDK takes it for IPv6 or refuses it.
   */
  static boolean is(String host) {
    return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
  }
}
