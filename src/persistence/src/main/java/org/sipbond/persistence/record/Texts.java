package org.sipbond.persistence.record;

/** Makes texts fit columns. Those of peers are of any length and may hold what no column takes. */
final class Texts {
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** The text without NUL and without halves of characters, cut where it is too long. */
  static String fit(String text, int length) {
    StringBuilder fitting = new StringBuilder(Math.min(text.length(), length));
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int taken = fits(point) ? point : REPLACEMENT;
      if (fitting.length() + Character.charCount(taken) > length) {
        break;
      }
      fitting.appendCodePoint(taken);
      at += Character.charCount(point);
    }
    return fitting.toString();
  }

  private static boolean fits(int point) {
    return point != 0 && Character.getType(point) != Character.SURROGATE;
  }
}
