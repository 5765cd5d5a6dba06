package org.sipbond.core.decision;

import java.util.List;
import org.sipbond.core.bond.Rejection;
import org.sipbond.core.net.Destination;
import org.sipbond.core.rule.Ruling;

/** Writes why, a line a step, with the words of the steps in one column. */
final class Explanation {
  private static final int COLUMN = 12;

  private Explanation() {}

  /**
   * The ruling, the destination, what came out, and the members that were not taken.
   *
   * @param outcome one word for what came out
   * @param what came out
   */
  static String text(
      Ruling.Bridge ruling,
      Destination destination,
      String outcome,
      String what,
      List<Rejection> rejected) {
    StringBuilder text = new StringBuilder().append(ruling);
    line(text, "destination", destination);
    line(text, outcome, what);
    rejected.forEach(rejection -> line(text, "rejected", rejection));
    return text.toString();
  }

  /** Refused before there was a destination. */
  static String text(Ruling.Bridge ruling, String refusal) {
    StringBuilder text = new StringBuilder().append(ruling);
    line(text, "refused", refusal);
    return text.toString();
  }

  private static void line(StringBuilder text, String word, Object what) {
    text.append('\n').append(word).append(" ".repeat(COLUMN - word.length())).append(what);
  }
}
