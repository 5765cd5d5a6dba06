package org.sipbond.wire.ladder;

import java.util.Arrays;
import java.util.List;

/** Where the lanes stand, wide enough for every label, and how a row is drawn between them. */
final class Columns {
  private static final int NARROWEST = 18;
  private static final int ARROW = 5;

  private final List<String> labels;
  private final int[] at;

  private Columns(List<String> labels, int[] at) {
    this.labels = labels;
    this.at = at;
  }

  static Columns of(List<String> labels, List<Rung> rungs) {
    int[] at = new int[labels.size() + 1];
    for (int lane = 0; lane < labels.size(); lane++) {
      int width = Math.max(NARROWEST, labels.get(lane).length() + 2);
      at[lane + 1] = at[lane] + (lane + 1 < labels.size() ? width : 0);
      for (Rung rung : rungs) {
        boolean toSelf = rung.from() == rung.to() && rung.from() == lane;
        if (toSelf || (rung.right() == lane + 1 && rung.left() < lane + 1)) {
          int needed = at[rung.left()] + rung.label().length() + ARROW;
          at[lane + 1] = Math.max(at[lane + 1], needed);
        }
      }
    }
    return new Columns(labels, at);
  }

  String labels() {
    StringBuilder text = new StringBuilder();
    for (int lane = 0; lane < labels.size(); lane++) {
      text.append(" ".repeat(Math.max(0, at[lane] - text.length()))).append(labels.get(lane));
    }
    return text.toString();
  }

  String row(Rung rung) {
    char[] row = new char[at[at.length - 1] + 1];
    Arrays.fill(row, ' ');
    for (int lane = 0; lane < labels.size(); lane++) {
      row[at[lane]] = '|';
    }
    if (rung.from() == rung.to()) {
      write(row, at[rung.from()] + 1, "<-" + rung.label());
    } else {
      arrow(row, rung);
    }
    return new String(row);
  }

  private void arrow(char[] row, Rung rung) {
    int start = at[rung.left()] + 1;
    int end = at[rung.right()];
    Arrays.fill(row, start, end, '-');
    write(row, start + (end - start - rung.label().length()) / 2, rung.label());
    if (rung.from() < rung.to()) {
      row[end - 1] = '>';
    } else {
      row[start] = '<';
    }
  }

  private static void write(char[] row, int start, String text) {
    text.getChars(0, Math.min(text.length(), row.length - start), row, start);
  }
}
