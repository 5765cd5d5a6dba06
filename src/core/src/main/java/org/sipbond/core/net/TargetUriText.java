package org.sipbond.core.net;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@link TargetUri}: the grammar of RFC 3261 §25.1, without headers. */
final class TargetUriText {
  private static final String UNRESERVED = "A-Za-z0-9\\-_.!~*'()%";
  private static final String USER = "[" + UNRESERVED + "&=+$,;?/]";
  private static final Pattern URI =
      Pattern.compile(
          "(?<scheme>[Ss][Ii][Pp][Ss]?):"
              + ("((?<user>" + USER + "++)(:[" + UNRESERVED + "&=+$,]*+)?@)?")
              + "(?<host>\\[[0-9A-Fa-f:.]++]|[A-Za-z0-9.-]++)"
              + "(:(?<port>[0-9]++))?"
              + ("(?<params>(;[" + UNRESERVED + "\\[\\]/:&+$=;]++)?)"));
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern TO_ESCAPE = Pattern.compile("[^A-Za-z0-9\\-_.!~*'()&=+$,;?/]");

  private TargetUriText() {}

  static Optional<TargetUri> parse(String text) {
    Matcher uri = URI.matcher(text);
    if (!uri.matches() || BROKEN_ESCAPE.matcher(text).find()) {
      return Optional.empty();
    }
    Optional<Integer> port =
        Optional.ofNullable(uri.group("port"))
            .map(HostPort::parsePort)
            .orElse(Optional.of(TargetUri.NO_PORT));
    Optional<String> host = HostPort.canonicalHost(uri.group("host"));
    Optional<Map<String, String>> parameters = parameters(uri.group("params"));
    if (port.isEmpty() || host.isEmpty() || parameters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TargetUri(
            uri.group("scheme").toLowerCase(Locale.ROOT),
            Optional.ofNullable(uri.group("user")).orElse(""),
            host.get(),
            port.get(),
            parameters.get()));
  }

  static String print(TargetUri uri) {
    StringBuilder text = new StringBuilder(uri.scheme()).append(':');
    if (!uri.user().isEmpty()) {
      text.append(uri.user()).append('@');
    }
    text.append(uri.hostText());
    if (uri.port() != TargetUri.NO_PORT) {
      text.append(':').append(uri.port());
    }
    uri.parameters()
        .forEach(
            (name, value) -> {
              text.append(';').append(name);
              if (!value.isEmpty()) {
                text.append('=').append(value);
              }
            });
    return text.toString();
  }

  /** Whether {@code text} can be the user of a URI, escapes included; so can no user at all. */
  static boolean isUser(String text) {
    return text.matches(USER + "*+") && !BROKEN_ESCAPE.matcher(text).find();
  }

  /** Resolves escapes, which are of UTF-8. */
  static String decode(String user) {
    byte[] decoded = new byte[user.length()];
    int length = 0;
    for (int i = 0; i < user.length(); i++) {
      boolean escape = user.charAt(i) == '%';
      decoded[length++] =
          (byte) (escape ? Integer.parseInt(user.substring(i + 1, i + 3), 16) : user.charAt(i));
      i += escape ? 2 : 0;
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }

  /** Escapes what a user may not hold as it is. */
  static String encode(String user) {
    return TO_ESCAPE.matcher(user).replaceAll(match -> escaped(match.group()));
  }

  private static String escaped(String character) {
    StringBuilder text = new StringBuilder();
    for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
      text.append(String.format("%%%02X", octet));
    }
    return text.toString();
  }

  /** Empty where a name is there twice, which RFC 3261 §19.1.1 forbids. */
  private static Optional<Map<String, String>> parameters(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : text.split(";", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      if (!name.isEmpty() && parameters.put(name.toLowerCase(Locale.ROOT), value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
