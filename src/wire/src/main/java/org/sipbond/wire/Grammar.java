package org.sipbond.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipbond.core.net.HostPort;

/** The pieces of RFC 3261 §25.1 that several headers share. */
final class Grammar {
  private static final Pattern HOST_PORT =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)\\]|([^\\s:\\[\\]]+))(?:\\s*:\\s*(\\d{1,5}))?");

  private Grammar() {}

  /** Splits at {@code separator} outside of quoted strings and angle brackets. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '<' || c == '>') {
        depth += c == '<' ? 1 : -1;
      } else if (c == separator && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  /** Parameters of {@code ;name=value;flag}, names in lower case, a flag's value empty. */
  static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : split(text, ';')) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      parameters.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), value.strip());
    }
    return parameters;
  }

  /** {@code host}, {@code host:port} or {@code [v6]:port}; empty when it is none of these. */
  static Optional<HostPort> hostPort(String text, int defaultPort) {
    Matcher matcher = HOST_PORT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    int port = matcher.group(3) == null ? defaultPort : Integer.parseInt(matcher.group(3));
    return port > 65535 || port == 0
        ? Optional.empty()
        : HostPort.canonicalHost(host).map(name -> new HostPort(name, port));
  }
}
