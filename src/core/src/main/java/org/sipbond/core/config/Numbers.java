package org.sipbond.core.config;

import java.util.Optional;

/** Whole numbers as the document writes them. */
final class Numbers {
  private Numbers() {}

  static Optional<Integer> between(String text, int least, int most) {
    return Optional.of(text)
        .filter(digits -> digits.matches("0|[1-9][0-9]{0,8}"))
        .map(Integer::valueOf)
        .filter(number -> number >= least && number <= most);
  }
}
