package org.sipbond.sip.command;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sipbond.core.explain.Printable;
import org.sipbond.core.json.Json;
import org.sipbond.management.Answer;

/**
 * What a command found out, in both formats.
 *
 * @param positive whether it was found or done
 */
record Told(boolean positive, String text, Json json) {

  /** A list, of which the text is a line for each value. */
  static <T> Told lines(List<T> values, Function<T, String> line, Function<T, Json> json) {
    return new Told(
        true,
        values.stream().map(line).map(Printable::text).collect(Collectors.joining("\n")),
        Json.list(values.stream().map(json)));
  }

  /** A list, of which the text is a table. */
  static <T> Told table(List<T> values, Function<T, List<String>> row, Function<T, Json> json) {
    return new Told(
        true, Table.of(values.stream().map(row).toList()), Json.list(values.stream().map(json)));
  }

  /** How many were concerned; no answer is negative only where one was named and not there. */
  static Told count(long number, String what, boolean positive) {
    return new Told(positive, number + " " + what, Json.fields().with("count", number));
  }

  /** As it is asked for. */
  Answer as(Format format) {
    String shown = format == Format.JSON ? json.toString() : text;
    return positive ? Answer.ok(shown) : Answer.negative(shown);
  }
}
