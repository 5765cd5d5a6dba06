package org.sipbond.core.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One JSON value. {@code toString} is its text on a single line, in ASCII. There is no null: what
 * there is not has no field.
 */
public sealed interface Json {

  /** A string. */
  static Json of(String text) {
    return new Text(text);
  }

  /** The text of a value, as it is written elsewhere. */
  static Json text(Object value) {
    return new Text(value.toString());
  }

  /** A whole number. */
  static Json of(long number) {
    return new Whole(number);
  }

  /** True or false. */
  static Json of(boolean truth) {
    return new Truth(truth);
  }

  /** A list of values, in order. */
  static Json list(Stream<Json> items) {
    return new Items(items.toList());
  }

  /** A list of strings. */
  static Json texts(List<?> values) {
    return list(values.stream().map(Json::text));
  }

  /** An object without fields, to be added to. */
  static Fields fields() {
    return new Fields(Map.of());
  }

  /** A string. */
  record Text(String text) implements Json {
    @Override
    public String toString() {
      return Quoted.of(text);
    }
  }

  /** A whole number. */
  record Whole(long number) implements Json {
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  /** True or false. */
  record Truth(boolean truth) implements Json {
    @Override
    public String toString() {
      return Boolean.toString(truth);
    }
  }

  /** A list. */
  record Items(List<Json> items) implements Json {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return items.stream().map(Json::toString).collect(Collectors.joining(",", "[", "]"));
    }
  }

  /**
   * An object.
   *
   * @param fields in the order of writing
   */
  record Fields(Map<String, Json> fields) implements Json {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** These fields and one more, or another value for one of them. */
    public Fields with(String name, Json value) {
      Map<String, Json> more = new LinkedHashMap<>(fields);
      more.put(name, value);
      return new Fields(more);
    }

    /** These fields and one more with a string. */
    public Fields with(String name, String text) {
      return with(name, Json.of(text));
    }

    /** These fields and one more with a whole number. */
    public Fields with(String name, long number) {
      return with(name, Json.of(number));
    }

    /** These fields and those of another object. */
    public Fields with(Fields others) {
      Map<String, Json> more = new LinkedHashMap<>(fields);
      more.putAll(others.fields);
      return new Fields(more);
    }

    @Override
    public String toString() {
      return fields.entrySet().stream()
          .map(field -> Quoted.of(field.getKey()) + ":" + field.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }
}
