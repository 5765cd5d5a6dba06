package org.sipbond.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;

/**
 * A sip or sips URI as far as addresses need it. See RFC 3261 §19.1.
 *
 * @param scheme {@code sip} or {@code sips}
 * @param user empty when there is none
 * @param hostPort the transport's default port where none was written
 * @param parameters names in lower case, a flag's value empty
 */
public record SipUri(
    String scheme, String user, HostPort hostPort, Map<String, String> parameters) {
  private static final Pattern URI =
      Pattern.compile("(?i)(sips?):(?:([^@]*)@)?([^;?@]+)(;[^?]*)?(\\?.*)?");

  /** Keeps a copy of the parameters in their order. */
  public SipUri {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Reads a URI without angle brackets; empty when it is no sip or sips URI. */
  public static Optional<SipUri> parse(String text) {
    Matcher matcher = URI.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    String user = matcher.group(2) == null ? "" : matcher.group(2);
    Map<String, String> parameters =
        Grammar.parameters(matcher.group(4) == null ? "" : matcher.group(4));
    return Grammar.hostPort(matcher.group(3), transport(scheme, parameters).defaultPort())
        .map(hostPort -> new SipUri(scheme, user, hostPort, parameters));
  }

  /** The transport that a numeric host without resolution means. See RFC 3263 §4.1. */
  public Transport transport() {
    return transport(scheme, parameters);
  }

  private static Transport transport(String scheme, Map<String, String> parameters) {
    Transport plain =
        Transport.named(parameters.getOrDefault("transport", "udp")).orElse(Transport.UDP);
    return scheme.equals("sips") ? Transport.TLS : plain;
  }
}
