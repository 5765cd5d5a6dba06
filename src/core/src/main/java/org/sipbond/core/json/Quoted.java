package org.sipbond.core.json;

/**
 * A string as JSON writes it (RFC 8259 §7). All that is not printable ASCII is escaped, so that
 * neither a terminal nor a log takes what a peer or a name server sent for its own.
 */
final class Quoted {
  private static final char FIRST_PRINTABLE = ' ';
  private static final char LAST_PRINTABLE = '~';

  private Quoted() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      append(quoted, text.charAt(i));
    }
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, char character) {
    if (character == '"' || character == '\\') {
      quoted.append('\\').append(character);
    } else if (character >= FIRST_PRINTABLE && character <= LAST_PRINTABLE) {
      quoted.append(character);
    } else {
      quoted.append(String.format("\\u%04x", (int) character));
    }
  }
}
