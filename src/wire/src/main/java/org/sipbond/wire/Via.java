package org.sipbond.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;

/**
 * One Via value. See RFC 3261 §20.42.
 *
 * @param transport of sent-protocol
 * @param sentBy host and port; the transport's default port where none was written
 * @param parameters names in lower case, a flag's value empty
 */
public record Via(Transport transport, HostPort sentBy, Map<String, String> parameters) {
  private static final Pattern VIA =
      Pattern.compile("SIP\\s*/\\s*2\\.0\\s*/\\s*(\\w+)\\s+([^;]+)(;.*)?");

  /** Keeps a copy of the parameters in their order. */
  public Via {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Reads one value; empty when it is no Via value or its transport is unknown. */
  public static Optional<Via> parse(String value) {
    Matcher matcher = VIA.matcher(value.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String parameters = matcher.group(3) == null ? "" : matcher.group(3);
    return Transport.named(matcher.group(1))
        .flatMap(
            transport ->
                Grammar.hostPort(matcher.group(2), transport.defaultPort())
                    .map(sentBy -> new Via(transport, sentBy, Grammar.parameters(parameters))));
  }

  /** The branch parameter, which names the transaction. */
  public Optional<String> branch() {
    return Optional.ofNullable(parameters.get("branch"));
  }
}
