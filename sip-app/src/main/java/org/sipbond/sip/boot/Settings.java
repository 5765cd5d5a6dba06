package org.sipbond.sip.boot;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.servlet.ServletContext;
import org.sipbond.core.config.ConfigReader;
import org.sipbond.core.config.ConfigResult;
import org.sipbond.core.config.MachineInterfaces;
import org.sipbond.core.config.Origin;
import org.sipbond.core.config.Problem;
import org.sipbond.hocon.HoconDocument;

/**
 * Reads the configuration document that the descriptors name. The context-param {@value #DOCUMENT}
 * is its path, from {@code catalina.base} when relative; a context-param that starts with {@value
 * #OVERRIDE} stands in for the key behind that.
 */
final class Settings {
  static final String DOCUMENT = "org.sipbond.config";
  static final String OVERRIDE = "org.sipbond.config.";

  private Settings() {}

  /** The configuration of a context, or all its problems. */
  static ConfigResult read(ServletContext context) {
    Optional<String> named = Optional.ofNullable(context.getInitParameter(DOCUMENT));
    return named
        .map(document -> read(base().resolve(document), overrides(context)))
        .orElseGet(Settings::unnamed);
  }

  private static ConfigResult read(Path document, Map<String, String> overrides) {
    return HoconDocument.read(document, "context-param", overrides)
        .fold(
            tree -> new ConfigReader(new MachineInterfaces()).read(tree),
            ConfigResult.Invalid::new);
  }

  private static ConfigResult unnamed() {
    Origin descriptor = new Origin("context-param", 0);
    return new ConfigResult.Invalid(
        List.of(new Problem(descriptor, DOCUMENT, "nothing", "the path of a document")));
  }

  /** Where the application keeps files of its own. */
  static Path data() {
    return base().resolve("data");
  }

  private static Path base() {
    return Path.of(System.getProperty("catalina.base", "."));
  }

  private static Map<String, String> overrides(ServletContext context) {
    Map<String, String> overrides = new TreeMap<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      if (name.startsWith(OVERRIDE)) {
        overrides.put(name.substring(OVERRIDE.length()), context.getInitParameter(name));
      }
    }
    return overrides;
  }
}
