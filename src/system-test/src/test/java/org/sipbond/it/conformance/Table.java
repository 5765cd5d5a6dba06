package org.sipbond.it.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of a run, as pages in Markdown. */
final class Table {
  /** First line of the summary. */
  static final String HEADING =
      "| | intern to extern, caller to callee | extern to intern, callee to caller |\n";

  private final Map<Cell, Result> results = new LinkedHashMap<>();

  /** A later result of the same cell counts, unless it would hide a failure. */
  void add(Result result) {
    results.merge(result.cell(), result, (old, later) -> old.passed() ? later : old);
  }

  /** {@code 2088 cells: 1980 ok, 0 failed, 108 not served yet}. */
  String totals() {
    return "%d cells: %d ok, %d failed, %d not served yet"
        .formatted(results.size(), count("ok"), count("FAIL"), count("-"));
  }

  /** Every cell: a line for each row and direction, a column for each way. */
  String whole() {
    List<String> lines = new ArrayList<>();
    lines.add("# Conformance");
    lines.add("");
    lines.add(totals());
    lines.add("");
    List<Way> ways = Way.all();
    lines.add(line("method", "direction", ways.stream().map(Way::toString).toList()));
    lines.add(line("---", "---", ways.stream().map(way -> "---").toList()));
    byRow()
        .forEach(
            (row, cells) ->
                lines.add(
                    line(
                        row.method(),
                        row.direction().toString(),
                        cells.stream().map(Result::mark).toList())));
    unserved(lines);
    lines.add("");
    failures().forEach(failure -> lines.add("- FAIL " + failure));
    return String.join("\n", lines) + "\n";
  }

  /** The ways that pass, counted: a line for each row, both directions in it. */
  String summary() {
    Map<String, Map<Boolean, String>> byMethod = new LinkedHashMap<>();
    byRow()
        .forEach(
            (row, cells) ->
                byMethod
                    .computeIfAbsent(row.method(), first -> new LinkedHashMap<>())
                    .put(row.direction().forth(), counted(row, cells)));
    return byMethod.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("", HEADING + "| --- | --- | --- |\n", ""));
  }

  /** What failed, a line for each cell. */
  List<String> failures() {
    return results.values().stream()
        .filter(result -> !result.passed())
        .map(result -> result.cell() + ": " + result.failure())
        .toList();
  }

  private static String line(String method, Map<Boolean, String> directions) {
    return "| %s | %s | %s |\n"
        .formatted(
            method, directions.getOrDefault(true, "none"), directions.getOrDefault(false, "none"));
  }

  private static String counted(Row row, List<Result> cells) {
    long passed = cells.stream().filter(Result::passed).count();
    String count = passed + "/" + cells.size();
    return row.served() ? count : "not yet: " + row.unserved();
  }

  private Map<Row, List<Result>> byRow() {
    return results.values().stream()
        .collect(
            Collectors.groupingBy(
                result -> result.cell().row(), LinkedHashMap::new, Collectors.toList()));
  }

  private void unserved(List<String> lines) {
    lines.add("");
    lines.add("`-` is not served yet:");
    lines.add("");
    byRow().keySet().stream()
        .filter(row -> !row.served())
        .forEach(row -> lines.add("- " + row + ": " + row.unserved()));
  }

  private long count(String mark) {
    return results.values().stream().filter(result -> result.mark().equals(mark)).count();
  }

  private static String line(String method, String direction, List<String> cells) {
    return "| " + method + " | " + direction + " | " + String.join(" | ", cells) + " |";
  }
}
