package org.sipbond.wire.ladder;

/** An arrow between two lanes, given by their numbers from the left. */
record Rung(int from, int to, String label) {
  int left() {
    return Math.min(from, to);
  }

  int right() {
    return Math.max(from, to);
  }
}
