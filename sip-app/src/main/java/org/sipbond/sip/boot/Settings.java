package org.sipbond.sip.boot;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.servlet.ServletContext;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.config.ConfigReader;
import org.sipbond.core.config.ConfigResult;
import org.sipbond.core.config.MachineInterfaces;
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

  /**
   * The configuration of a context.
   *
   * @throws IllegalStateException with every problem, a line each
   */
  static AppConfig read(ServletContext context) {
    return read(
            document(Optional.ofNullable(context.getInitParameter(DOCUMENT)), base()),
            overrides(context))
        .fold(Function.identity(), Settings::refuse);
  }

  private static ConfigResult read(Path document, Map<String, String> overrides) {
    return HoconDocument.read(document, "context-param", overrides)
        .fold(
            tree -> new ConfigReader(new MachineInterfaces()).read(tree),
            ConfigResult.Invalid::new);
  }

  private static Path document(Optional<String> named, Path base) {
    return base.resolve(
        named.orElseThrow(
            () ->
                new IllegalStateException(
                    "there is no context-param "
                        + DOCUMENT
                        + "; allowed: the path of a document")));
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

  private static AppConfig refuse(List<Problem> problems) {
    throw new IllegalStateException(
        problems.stream()
            .map(Problem::toString)
            .collect(
                Collectors.joining(
                    "\n  ", "the configuration has " + problems.size() + " problems:\n  ", "")));
  }
}
