package org.sipbond.core.net;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A SIP or SIPS URI (RFC 3261 §19.1.1), as far as it says who is called and where that is. A
 * password is not kept; a URI with headers is none, because neither a Request-URI nor a next hop
 * may have them (RFC 3261 §19.1.1, table 1).
 *
 * @param scheme {@code sip} or {@code sips}
 * @param user as written, escapes included; empty when there is none
 * @param host see {@link HostPort#host()}
 * @param port 1 to 65535, or {@link #NO_PORT}
 * @param parameters names in lower case; the value is empty for a parameter without one
 */
public record TargetUri(
    String scheme, String user, String host, int port, Map<String, String> parameters) {
  /** Stands for a URI that names no port. */
  public static final int NO_PORT = -1;

  public TargetUri {
    if (!scheme.equals("sip") && !scheme.equals("sips")) {
      throw new IllegalArgumentException("scheme is " + scheme + "; allowed: sip, sips");
    }
    if (!TargetUriText.isUser(user)) {
      throw new IllegalArgumentException(
          "user is \"" + user + "\"; allowed: the characters of RFC 3261 §25.1, others escaped");
    }
    host = new HostPort(host, port == NO_PORT ? Transport.UDP.defaultPort() : port).host();
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Reads a URI without angle brackets; empty when the text is no SIP or SIPS URI. */
  public static Optional<TargetUri> parse(String text) {
    return TargetUriText.parse(text);
  }

  /** The same URI for another user, who is given as written, escapes included. */
  public TargetUri withUser(String other) {
    return new TargetUri(scheme, other, host, port, parameters);
  }

  public boolean secure() {
    return scheme.equals("sips");
  }

  /** The user with its escapes resolved, as it compares (RFC 3261 §19.1.4). */
  public String decodedUser() {
    return TargetUriText.decode(user);
  }

  /** Who has to be found: {@code maddr}, else the host (RFC 3263 §4, <i>TARGET</i>). */
  public String target() {
    return Optional.ofNullable(parameters.get("maddr"))
        .flatMap(HostPort::canonicalHost)
        .orElse(host);
  }

  /** What may stand as a user, escapes included, for any text. */
  public static String encodeUser(String text) {
    return TargetUriText.encode(text);
  }

  /** The URI as text: {@code sip:alice@192.0.2.9:5062;transport=tcp}. */
  @Override
  public String toString() {
    return TargetUriText.print(this);
  }

  /** The host as a URI has it, IPv6 in brackets. */
  String hostText() {
    return IpLiteral.parse(host).isPresent() && host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}
