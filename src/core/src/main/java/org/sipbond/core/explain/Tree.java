package org.sipbond.core.explain;

import java.util.List;

/**
 * A line with lines below it. What is not printable in a label is escaped, so that neither a peer
 * nor a name server writes to the terminal of who reads it.
 */
record Tree(String label, List<Tree> branches) {

  Tree {
    label = Printable.text(label);
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
}
