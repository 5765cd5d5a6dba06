package org.sipbond.core.lint;

import org.sipbond.core.rule.TextPattern;

/** Whether one pattern fits every text that another fits. */
final class PatternCover {
  private PatternCover() {}

  /**
   * Holds the narrow pattern, as if it were a text, against the wide one: what stands for any text
   * is taken only by what does too, and what stands for one character by either.
   */
  static boolean covers(TextPattern wide, TextPattern narrow) {
    String pattern = spread(wide.text());
    String text = narrow.text();
    boolean[] fits = new boolean[text.length() + 1];
    fits[text.length()] = true;
    for (int i = pattern.length() - 1; i >= 0; i--) {
      fits = before(pattern.charAt(i), text, fits);
    }
    return fits[0];
  }

  /** Whether a pattern that starts with {@code first} fits from each place of the text on. */
  private static boolean[] before(char first, String text, boolean[] rest) {
    boolean[] fits = new boolean[text.length() + 1];
    fits[text.length()] = first == '*' && rest[text.length()];
    for (int i = text.length() - 1; i >= 0; i--) {
      fits[i] = first == '*' ? rest[i] || fits[i + 1] : takes(first, text.charAt(i)) && rest[i + 1];
    }
    return fits;
  }

  private static boolean takes(char pattern, char text) {
    return text != '*' && (pattern == '?' || pattern == text);
  }

  /** {@code ?*} and {@code *?} are the same; both become {@code *?*}, which sees most. */
  private static String spread(String pattern) {
    StringBuilder spread = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      int end = at;
      while (end < pattern.length() && isWild(pattern.charAt(end))) {
        end++;
      }
      String run = pattern.substring(at, end);
      spread.append(run.indexOf('*') < 0 ? run : "*" + run.replace("*", "").replace("?", "?*"));
      if (end < pattern.length()) {
        spread.append(pattern.charAt(end));
      }
      at = end + 1;
    }
    return spread.toString();
  }

  private static boolean isWild(char character) {
    return character == '*' || character == '?';
  }
}
