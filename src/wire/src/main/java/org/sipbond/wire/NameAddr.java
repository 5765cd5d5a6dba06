package org.sipbond.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One value of Contact, From, To, Route, Record-Route or Path: a URI and the parameters of the
 * header. Without angle brackets, parameters belong to the header. See RFC 3261 §20.10.
 *
 * @param uri as written, without angle brackets; {@code *} in a Contact that removes bindings
 * @param parameters names in lower case, a flag's value empty
 */
public record NameAddr(String uri, Map<String, String> parameters) {
  /** Keeps a copy of the parameters in their order. */
  public NameAddr {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Reads one value. Never fails: whatever is no name-addr is taken as the URI. */
  public static NameAddr parse(String value) {
    int open = openBracket(value);
    int close = value.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      return new NameAddr(
          value.substring(open + 1, close).strip(), Grammar.parameters(value.substring(close + 1)));
    }
    int semicolon = value.indexOf(';');
    String uri = semicolon < 0 ? value : value.substring(0, semicolon);
    String parameters = semicolon < 0 ? "" : value.substring(semicolon);
    return new NameAddr(uri.strip(), Grammar.parameters(parameters));
  }

  /** The URI as a sip or sips URI; empty when it is another one. */
  public Optional<SipUri> sipUri() {
    return SipUri.parse(uri);
  }

  /** The tag parameter. */
  public Optional<String> tag() {
    return Optional.ofNullable(parameters.get("tag"));
  }

  private static int openBracket(String value) {
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '<' && !quoted) {
        return i;
      }
    }
    return -1;
  }
}
