package org.sipbond.core.explain;

import java.util.List;

/**
 * A line with lines below it. What is not printable in a label is escaped, so that neither a peer
 * nor a name server writes to the terminal of who reads it.
 */
record Tree(String label, List<Tree> branches) {

  Tree {
    label = printable(label);
    branches = List.copyOf(branches);
  }

  static Tree leaf(Object label) {
    return new Tree(label.toString(), List.of());
  }

  static List<Tree> leaves(List<?> labels) {
    return labels.stream().map(Tree::leaf).toList();
  }

  /** The lines, without a line end after the last one. */
  String text() {
    StringBuilder text = new StringBuilder(label);
    write(text, "");
    return text.toString();
  }

  private void write(StringBuilder text, String indent) {
    for (int i = 0; i < branches.size(); i++) {
      Tree branch = branches.get(i);
      boolean last = i == branches.size() - 1;
      text.append('\n').append(indent).append(last ? "└─ " : "├─ ").append(branch.label);
      branch.write(text, indent + (last ? "   " : "│  "));
    }
  }

  private static String printable(String label) {
    StringBuilder printable = new StringBuilder(label.length());
    label.codePoints().forEach(point -> append(printable, point));
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
