package org.sipbond.hocon;

import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds keys that one file gives a value twice. HOCON lets the last one win, so that a listener or
 * bond would go without a word; here it is a problem, unless the later value has a substitution, as
 * in {@code port = ${?PORT}}, or is added with {@code +=}. Keys of other files may be overridden.
 * Reads only texts that the parser has accepted.
 */
final class RepeatedKeys {
  /** A key with a value of its own. */
  record Repeated(String path, int line, int first) {}

  private final Scanner in;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Repeated> repeated = new ArrayList<>();

  private RepeatedKeys(String text) {
    this.in = new Scanner(text);
  }

  static List<Repeated> in(String text) {
    RepeatedKeys keys = new RepeatedKeys(text);
    keys.in.skip(Scanner.BETWEEN);
    keys.in.accept('{');
    keys.block(List.of());
    return keys.repeated;
  }

  /** Up to the end of the block, its brace included. */
  private void block(List<String> path) {
    while (true) {
      in.skip(Scanner.BETWEEN);
      if (in.atEnd() || in.accept('}')) {
        return;
      }
      if (in.atInclude()) {
        value(path);
      } else {
        int line = in.line();
        entry(path(path, in.key()), line);
      }
    }
  }

  private void entry(List<String> path, int line) {
    in.skip(Scanner.BLANK);
    boolean added = in.accept('+');
    if (!in.accept('=')) {
      in.accept(':');
    }
    in.skip(Scanner.BLANK);
    if (value(path) && !added) {
      note(ConfigUtil.joinPath(path), line);
    }
  }

  /** Whether the value replaces another: it is no block, which is merged, nor a substitution. */
  private boolean value(List<String> path) {
    boolean replaces = true;
    while (!in.atEndOfValue()) {
      if (in.accept('{')) {
        block(path);
        replaces = false;
      } else if (in.accept('[')) {
        list(path);
      } else {
        replaces &= !in.part();
      }
      in.skip(Scanner.SPACE);
    }
    return replaces;
  }

  /** Blocks in lists are apart from each other, and from those of any other list. */
  private void list(List<String> path) {
    while (true) {
      in.skip(Scanner.BETWEEN);
      if (in.atEnd() || in.accept(']')) {
        return;
      }
      List<String> item = path(path, "item-" + in.offset());
      if (in.accept('{')) {
        block(item);
      } else if (in.accept('[')) {
        list(item);
      } else {
        in.part();
      }
    }
  }

  private void note(String path, int line) {
    Integer first = lines.putIfAbsent(path, line);
    if (first != null) {
      repeated.add(new Repeated(path, line, first));
    }
  }

  private static List<String> path(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.addAll(ConfigUtil.splitPath(key));
    return longer;
  }
}
