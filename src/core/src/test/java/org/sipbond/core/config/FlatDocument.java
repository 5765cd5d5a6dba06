package org.sipbond.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document for tests: a path and a value on each line, places in lists as numbers from 1. The
 * values {@code []} and {@code {}} are an empty list and an empty block.
 *
 * <pre>
 * listeners.int-udp = udp:192.0.2.3:5060
 * bonds.intern.1 = int-udp
 * </pre>
 */
public final class FlatDocument {
  private static final String FILE = "sipbond.conf";
  private final Map<String, String> lines = new LinkedHashMap<>();

  private FlatDocument() {}

  public static FlatDocument of(String text) {
    FlatDocument document = new FlatDocument();
    text.lines().forEach(document::put);
    return document;
  }

  /**
   * The document with some lines set, after what they contradict has gone; {@code -a.b} removes.
   */
  public FlatDocument with(String changes) {
    FlatDocument changed = new FlatDocument();
    changed.lines.putAll(lines);
    for (String change : changes.split(" && ", -1)) {
      if (change.startsWith("-")) {
        changed.remove(change.substring(1));
      } else {
        changed.put(change);
      }
    }
    return changed;
  }

  ConfigNode node() {
    Branch root = new Branch();
    int number = 0;
    for (Map.Entry<String, String> line : lines.entrySet()) {
      root.add(List.of(line.getKey().split("\\.", -1)), line.getValue(), ++number);
    }
    return root.node(1);
  }

  private void put(String line) {
    String path = line.substring(0, line.indexOf(" = ")).strip();
    lines.keySet().removeIf(other -> under(other, path) || under(path, other));
    lines.put(path, line.substring(line.indexOf(" = ") + 3));
  }

  private void remove(String path) {
    lines.keySet().removeIf(other -> under(other, path));
  }

  private static boolean under(String path, String above) {
    return (path + ".").startsWith(above + ".");
  }

  /** A block or list while it grows. */
  private static final class Branch {
    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private final Map<String, ConfigNode> leaves = new LinkedHashMap<>();
    private final Map<String, Integer> order = new LinkedHashMap<>();

    void add(List<String> path, String value, int line) {
      String key = path.get(0);
      order.putIfAbsent(key, line);
      if (path.size() == 1) {
        leaves.put(key, leaf(value, new Origin(FILE, line)));
      } else {
        branches
            .computeIfAbsent(key, missing -> new Branch())
            .add(path.subList(1, path.size()), value, line);
      }
    }

    private static ConfigNode leaf(String value, Origin origin) {
      return switch (value) {
        case "[]" -> new ConfigNode.Sequence(List.of(), origin);
        case "{}" -> new ConfigNode.Mapping(Map.of(), origin);
        default -> new ConfigNode.Scalar(value, origin);
      };
    }

    ConfigNode node(int line) {
      Map<String, ConfigNode> entries = new LinkedHashMap<>();
      order.forEach(
          (key, first) -> {
            Branch branch = branches.get(key);
            ConfigNode leaf = leaves.get(key);
            if (branch != null) {
              entries.put(key, branch.node(first));
            } else if (leaf != null) {
              entries.put(key, leaf);
            }
          });
      Origin origin = new Origin(FILE, line);
      return entries.keySet().stream().allMatch(key -> key.matches("[0-9]+")) && !entries.isEmpty()
          ? new ConfigNode.Sequence(new ArrayList<>(entries.values()), origin)
          : new ConfigNode.Mapping(entries, origin);
    }
  }
}
