package org.sipbond.core.dialog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The headers of a URI, what follows its question mark. A value that names no dialog keeps its
 * escapes as they were written. See RFC 3261 §19.1.1 and §25.1, headers.
 */
final class UriHeaders {
  private static final String UNESCAPED = "-_.!~*'()[]/?:+$";
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private UriHeaders() {}

  /** The same text where headers that name dialogs say another reference. */
  static String rewrite(String headers, UnaryOperator<DialogReference> across) {
    return BROKEN_ESCAPE.matcher(headers).find()
        ? headers
        : Arrays.stream(headers.split("&", -1))
            .map(header -> one(header, across))
            .collect(Collectors.joining("&"));
  }

  private static String one(String header, UnaryOperator<DialogReference> across) {
    int equals = header.indexOf('=');
    if (equals < 0) {
      return header;
    }
    String value = decode(header.substring(equals + 1));
    return NamingHeader.named(decode(header.substring(0, equals)))
        .map(naming -> naming.rewrite(value, across))
        .filter(rewritten -> !rewritten.equals(value))
        .map(rewritten -> header.substring(0, equals + 1) + encode(rewritten))
        .orElse(header);
  }

  static String decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean escape = bytes[i] == '%';
      decoded[length++] =
          (byte)
              (escape
                  ? Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16)
                  : bytes[i]);
      i += escape ? 2 : 0;
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean alphanumeric = c < 128 && Character.isLetterOrDigit(c);
      encoded.append(
          alphanumeric || UNESCAPED.indexOf(c) >= 0
              ? String.valueOf(c)
              : String.format("%%%02X", (int) c));
    }
    return encoded.toString();
  }
}
