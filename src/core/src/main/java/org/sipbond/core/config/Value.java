package org.sipbond.core.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One value of the document with its path, and where its problems go. Every question that the value
 * does not answer is a problem, and the answer to it is then empty.
 */
record Value(String path, ConfigNode node, Problems problems) {

  Origin origin() {
    return node.origin();
  }

  boolean isScalar() {
    return node instanceof ConfigNode.Scalar;
  }

  /** The text of a single value. */
  Optional<String> text(String allowed) {
    return node.fold(
        scalar -> Optional.of(scalar.text()),
        sequence -> refused("a list", allowed),
        mapping -> refused("a block", allowed));
  }

  /** What the text of a single value means. */
  <T> Optional<T> as(Function<String, Optional<T>> meaning, String allowed) {
    Optional<String> text = text(allowed);
    Optional<T> value = text.flatMap(meaning);
    if (text.isPresent() && value.isEmpty()) {
      refused(quoted(text.get()), allowed);
    }
    return value;
  }

  /** A whole number in decimal digits. */
  Optional<Integer> number(int least, int most) {
    return as(text -> Numbers.between(text, least, most), least + " to " + most);
  }

  /**
   * A duration with its unit.
   *
   * @param least as the document would write it, as {@code most}
   */
  Optional<Duration> duration(String least, String most) {
    return as(
        text -> Durations.between(text, least, most),
        "a duration such as 500ms, 30s or 2m, " + least + " to " + most);
  }

  /** {@code true} or {@code false}. */
  Optional<Boolean> bool() {
    return as(
        text -> Optional.of(text).filter(word -> word.matches("true|false")).map(Boolean::valueOf),
        "true or false");
  }

  /** The values of a list. */
  Optional<List<Value>> list(String allowed) {
    return node.fold(
        scalar -> refused(quoted(scalar.text()), allowed),
        sequence -> Optional.of(items(sequence)),
        mapping -> refused("a block", allowed));
  }

  /** The values of a list, or a single value as a list of one. */
  Optional<List<Value>> oneOrMore(String allowed) {
    return isScalar() ? Optional.of(List.of(this)) : list(allowed);
  }

  /** A block with these keys; any other key in it is a problem. */
  Optional<Block> block(List<String> keys, String allowed) {
    Optional<Block> block = names(allowed).map(values -> new Block(this, keys, values));
    block.ifPresent(Block::refuseOtherKeys);
    return block;
  }

  /** What a block has under a key; nothing, and no problem, where this is no block. */
  Optional<Value> child(String key) {
    return node.fold(
        scalar -> Optional.empty(),
        sequence -> Optional.empty(),
        mapping -> Optional.ofNullable(mapping.entries().get(key)).map(found -> at(key, found)));
  }

  /** A block with names that the document chooses. */
  Optional<Map<String, Value>> names(String allowed) {
    return node.fold(
        scalar -> refused(quoted(scalar.text()), allowed),
        sequence -> refused("a list", allowed),
        mapping -> Optional.of(entries(mapping)));
  }

  /** A block with one name at least; empty where it is none, which is noted. */
  Map<String, Value> someNames(String allowed, String example) {
    Optional<Map<String, Value>> names = names(allowed);
    if (names.filter(Map::isEmpty).isPresent()) {
      refused("an empty block", "at least one, such as " + example);
    }
    return names.orElse(Map.of());
  }

  /** Notes that this value is wrong; always empty. */
  <T> Optional<T> refused(String found, String allowed) {
    problems.add(origin(), path, found, allowed);
    return Optional.empty();
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private List<Value> items(ConfigNode.Sequence sequence) {
    return IntStream.range(0, sequence.items().size())
        .mapToObj(i -> new Value(path + "." + (i + 1), sequence.items().get(i), problems))
        .toList();
  }

  private Map<String, Value> entries(ConfigNode.Mapping mapping) {
    Map<String, Value> entries = new LinkedHashMap<>();
    mapping.entries().forEach((key, child) -> entries.put(key, at(key, child)));
    return entries;
  }

  private Value at(String key, ConfigNode child) {
    return new Value(path.isEmpty() ? key : path + "." + key, child, problems);
  }
}
