package org.sipbond.hocon;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipbond.core.config.ConfigNode;
import org.sipbond.core.config.Origin;

/**
 * Resolved HOCON as nodes. Keys come in the order of their lines, those of one line by name,
 * because the parser does not keep their order. A key whose value is null is left out, as if it
 * were not there; null in a list is the text {@code null}.
 */
final class Nodes {
  /** What the parser calls a value that comes from two places; the first is enough. */
  private static final Pattern MERGED = Pattern.compile("merge of ([^,]*?)(?:: (\\d+)[^,]*)?,.*");

  private static final Comparator<Map.Entry<String, ConfigValue>> BY_LINE =
      Comparator.comparingInt(
          (Map.Entry<String, ConfigValue> entry) -> entry.getValue().origin().lineNumber());

  private Nodes() {}

  /**
   * The value as a node.
   *
   * @param around the origin of what it is in, for a value that has none
   */
  static ConfigNode of(ConfigValue value, Origin around) {
    Origin origin = origin(value.origin(), around);
    if (value instanceof ConfigObject object) {
      return mapping(object, origin);
    }
    if (value instanceof ConfigList list) {
      List<ConfigNode> items = new ArrayList<>();
      list.forEach(item -> items.add(of(item, origin)));
      return new ConfigNode.Sequence(items, origin);
    }
    return new ConfigNode.Scalar(text(value), origin);
  }

  private static ConfigNode mapping(ConfigObject object, Origin origin) {
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    object.entrySet().stream()
        .filter(entry -> entry.getValue().valueType() != ConfigValueType.NULL)
        .sorted(BY_LINE.thenComparing(Map.Entry::getKey))
        .forEach(entry -> entries.put(entry.getKey(), of(entry.getValue(), origin)));
    return new ConfigNode.Mapping(entries, origin);
  }

  /** The text as written: 00431 is not the number 431. */
  private static String text(ConfigValue value) {
    return value.valueType() == ConfigValueType.NULL
        ? "null"
        : value.atKey("value").getString("value");
  }

  static Origin origin(ConfigOrigin origin, Origin around) {
    Matcher merged = MERGED.matcher(origin.description());
    if (merged.matches()) {
      return new Origin(
          merged.group(1), Optional.ofNullable(merged.group(2)).map(Integer::parseInt).orElse(0));
    }
    return Optional.ofNullable(origin.filename())
        .map(file -> new Origin(file, Math.max(0, origin.lineNumber())))
        .orElseGet(() -> named(origin, around));
  }

  private static Origin named(ConfigOrigin origin, Origin around) {
    return origin.description().startsWith(Overrides.MARK)
        ? new Origin(
            origin.description().substring(Overrides.MARK.length()).replaceFirst(": \\d+$", ""), 0)
        : around;
  }
}
