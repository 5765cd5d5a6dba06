package org.sipbond.persistence.journal;

import java.time.Duration;

/**
 * How long to wait before something is tried again: each time twice as long as before, up to a
 * longest. Not for several threads.
 */
final class Pauses {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Duration first;
  private Duration last = Duration.ZERO;

  Pauses(Duration first) {
    this.first = first;
  }

  /** The next one. */
  Duration next() {
    Duration twice = last.multipliedBy(2);
    last = last.isZero() ? first : twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return last;
  }

  /** It worked; from now on they are short again. */
  void end() {
    last = Duration.ZERO;
  }
}
