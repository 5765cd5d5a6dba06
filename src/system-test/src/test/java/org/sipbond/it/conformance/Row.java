package org.sipbond.it.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the table in one direction.
 *
 * @param method what it shows, as the table names it
 * @param unserved what is answered instead, where sipbond does not serve this yet; the script then
 *     holds that answer; empty text where it is served
 */
record Row(String method, Direction direction, String unserved, Script script) {

  /** A request that starts a dialog or stands alone, from either bond. */
  static Stream<Row> initial(String method, Script script) {
    return Stream.of(Direction.INTERN_TO_EXTERN, Direction.EXTERN_TO_INTERN)
        .map(direction -> new Row(method, direction, "", script));
  }

  /** Something within a call, from either of its ends. */
  static Stream<Row> within(String method, Script script) {
    return Stream.of(Direction.CALLER_TO_CALLEE, Direction.CALLEE_TO_CALLER)
        .map(direction -> new Row(method, direction, "", script));
  }

  /** The same rows, where that answer is all there is so far. */
  static Stream<Row> unserved(String answer, Stream<Row> rows) {
    return rows.map(row -> new Row(row.method(), row.direction(), answer, row.script()));
  }

  boolean served() {
    return unserved.isEmpty();
  }

  /** This row over every way. */
  List<Cell> cells() {
    return Way.all().stream().map(way -> new Cell(this, way)).toList();
  }

  /** {@code BYE, callee to caller}. */
  @Override
  public String toString() {
    return method + ", " + direction;
  }
}
