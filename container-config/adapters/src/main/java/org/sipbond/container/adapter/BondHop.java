// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.address.Hop;

/**
 * Where the application sends a request, as it says in the header {@value #HEADER}: {@code
 * tls:[2001:db8::1]:5061;domain=pbx.example.com}. The stack keeps it as the next hop of the client
 * transaction, so that whoever makes or checks the connection finds the domain there.
 *
 * @param transport as Via writes it: upper case
 * @param host an IP address, IPv6 in brackets; never a name
 * @param domain the host that was asked for before DNS, which a TLS peer has to prove (RFC 5922
 *     §7.1); the address where there was none
 */
public record BondHop(String transport, String host, int port, String domain) implements Hop {

  /** The header field; it never leaves this machine and is never taken from the network. */
  public static final String HEADER = "X-Sipbond-Destination";

  private static final int MAX_PORT = 65535;
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)(udp|tcp|tls|ws|wss):([0-9.]+|\\[[0-9a-f:.]+]):([1-9][0-9]{0,4})"
              + "(?:;domain=([^;\\s]+))?");

  /** Reads the value of the header field; empty when it has another form. */
  static Optional<BondHop> parse(String value) {
    Matcher form = FORM.matcher(value.strip());
    return form.matches() && NumericHost.is(form.group(2)) ? of(form) : Optional.empty();
  }

  private static Optional<BondHop> of(Matcher form) {
    String host = form.group(2);
    String domain = form.group(4);
    int port = Integer.parseInt(form.group(3));
    return port > MAX_PORT
        ? Optional.empty()
        : Optional.of(
            new BondHop(
                form.group(1).toUpperCase(Locale.ROOT),
                host,
                port,
                domain == null ? AdvertisedAddress.plain(host) : domain));
  }

  @Override
  public String getHost() {
    return host;
  }

  @Override
  public int getPort() {
    return port;
  }

  @Override
  public String getTransport() {
    return transport;
  }

  /** {@code tls:[2001:db8::1]:5061;domain=pbx.example.com}. */
  @Override
  public String toString() {
    return transport.toLowerCase(Locale.ROOT) + ":" + host + ":" + port + ";domain=" + domain;
  }
}
