package org.sipbond.core.rule;

/**
 * A pattern for a user or an address: {@code *} stands for any characters or none, {@code ?} for
 * one character, everything else for itself, in this case of letters (RFC 3261 §19.1.4 compares
 * users so).
 */
public record TextPattern(String text) {

  public TextPattern {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("pattern is empty; allowed: text with * and ?");
    }
  }

  /** Whether the whole of {@code candidate} fits; takes no more than length times length steps. */
  public boolean matches(String candidate) {
    int at = 0;
    int pattern = 0;
    int star = -1;
    int retry = 0;
    while (at < candidate.length()) {
      if (pattern < text.length() && text.charAt(pattern) == '*') {
        star = pattern++;
        retry = at;
      } else if (pattern < text.length() && fits(text.charAt(pattern), candidate.charAt(at))) {
        pattern++;
        at++;
      } else if (star >= 0) {
        pattern = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    return text.substring(pattern).chars().allMatch(left -> left == '*');
  }

  private static boolean fits(char pattern, char candidate) {
    return pattern == '?' || pattern == candidate;
  }

  @Override
  public String toString() {
    return text;
  }
}
