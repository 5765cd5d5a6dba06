package org.sipbond.it.conformance;

/**
 * How a cell ended.
 *
 * @param failure first line of what went wrong; empty text when nothing did
 */
record Result(Cell cell, String failure) {

  static Result of(Cell cell) {
    return new Result(cell, "");
  }

  static Result of(Cell cell, Throwable failure) {
    String text = failure.toString().strip().replaceAll("\\s+", " ");
    return new Result(cell, text);
  }

  boolean passed() {
    return failure.isEmpty();
  }

  /** What stands in the table. */
  String mark() {
    return !passed() ? "FAIL" : cell.row().served() ? "ok" : "-";
  }
}
