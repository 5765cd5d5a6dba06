package org.sipbond.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sipbond.core.config.Origin;
import org.sipbond.core.config.Problem;

/** Single keys from elsewhere, as HOCON that goes before the document. */
final class Overrides {
  /** Tells the origins of overrides from those of files. */
  static final String MARK = "override: ";

  private Overrides() {}

  /** What an override includes, it includes by a name relative to {@code document}. */
  static Config parse(
      Path document, String from, Map<String, String> overrides, List<Problem> problems) {
    ConfigParseOptions options =
        Includer.options(document, problems).setOriginDescription(MARK + from);
    Config parsed = ConfigFactory.empty();
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      try {
        String path = ConfigUtil.joinPath(ConfigUtil.splitPath(override.getKey()));
        ConfigValue value = value(override.getValue().strip(), options);
        parsed = value.atPath(path).withFallback(parsed);
      } catch (ConfigException broken) {
        problems.add(
            new Problem(
                new Origin(from, 0),
                override.getKey(),
                "\"" + override.getValue() + "\"",
                "a path of keys such as bonds.extern.on-no-match, and text or HOCON"));
      }
    }
    return parsed;
  }

  private static ConfigValue value(String text, ConfigParseOptions options) {
    return text.startsWith("[") || text.startsWith("{")
        ? ConfigFactory.parseString("value = " + text, options).getValue("value")
        : ConfigValueFactory.fromAnyRef(text, options.getOriginDescription());
  }
}
