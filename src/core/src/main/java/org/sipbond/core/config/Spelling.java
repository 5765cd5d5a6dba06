package org.sipbond.core.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Puts the words first that somebody may have meant. */
final class Spelling {
  private static final int SHOWN = 16;

  private Spelling() {}

  /** The allowed words, nearest to {@code written} first; {@code none} when there are none. */
  static String nearestFirst(String written, Collection<String> allowed) {
    return allowed.isEmpty()
        ? "none"
        : allowed.stream()
            .sorted(Comparator.comparingInt(word -> distance(written, word)))
            .limit(SHOWN)
            .collect(Collectors.joining(", "))
            .concat(allowed.size() > SHOWN ? ", ..." : "");
  }

  /** How many letters have to be put in, taken out or replaced (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
