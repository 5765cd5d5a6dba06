package org.sipbond.core.explain;

/**
 * Text that a terminal shows as it is: what is not printable is escaped, so that neither a peer nor
 * a name server writes to the terminal of who reads it.
 */
public final class Printable {
  private Printable() {}

  /** The text, on one line; what is not printable as four hexadecimal digits. */
  public static String text(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(printable, point));
    return printable.toString();
  }

  private static void append(StringBuilder printable, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          printable.append(String.format("\\u%04x", point));
      default -> printable.appendCodePoint(point);
    }
  }
}
