package org.sipbond.sip.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as text: each column as wide as its widest cell. */
final class Table {
  private static final String GAP = "  ";

  private Table() {}

  /** The rows, a line each; all have as many cells. */
  static String of(List<List<String>> rows) {
    List<Integer> widths =
        rows.isEmpty()
            ? List.of()
            : IntStream.range(0, rows.get(0).size()).mapToObj(cell -> width(rows, cell)).toList();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static int width(List<List<String>> rows, int cell) {
    return rows.stream().mapToInt(row -> row.get(cell).length()).max().orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(cell -> row.get(cell) + " ".repeat(widths.get(cell) - row.get(cell).length()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
