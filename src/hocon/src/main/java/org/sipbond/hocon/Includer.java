package org.sipbond.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.config.Origin;
import org.sipbond.core.config.Problem;

/**
 * Includes files by a name that is relative to the file that includes them. Anything else is noted
 * as a problem: a URL, the class path, an absolute name, and, other than in HOCON at large, a file
 * that is not there.
 */
final class Includer
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
  private static final String ALLOWED =
      "a file by its name relative to this one, and no file within itself";
  private final Path file;
  private final Set<Path> open;
  private final List<Problem> problems;

  /**
   * An includer for one file.
   *
   * @param outer the files that are being read around it
   */
  private Includer(Path file, Set<Path> outer, List<Problem> problems) {
    this.file = file;
    this.open = new HashSet<>(outer);
    this.problems = problems;
    open.add(file.normalize());
  }

  /** Parses a file; what it includes amiss, and keys that it repeats, go to {@code problems}. */
  static Config parse(Path file, List<Problem> problems) {
    return new Includer(file, Set.of(), problems).parse();
  }

  /** How to parse a text that stands for {@code file}. */
  static ConfigParseOptions options(Path file, List<Problem> problems) {
    return new Includer(file, Set.of(), problems).options();
  }

  private ConfigParseOptions options() {
    return ConfigParseOptions.defaults()
        .setSyntax(ConfigSyntax.CONF)
        .setAllowMissing(false)
        .setIncluder(this);
  }

  private Config parse() {
    Config parsed = ConfigFactory.parseFile(file.toFile(), options());
    RepeatedKeys.in(text()).forEach(this::refused);
    return parsed;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    return relative(what)
        .map(included -> new Includer(included, open, problems).parse().root())
        .orElseGet(() -> refused(what));
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    return include(context, what.toString());
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    return refused(what.toString());
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    return refused(what);
  }

  /** There is nothing to fall back to. */
  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  private Optional<Path> relative(String what) {
    try {
      return Optional.of(Path.of(what))
          .filter(path -> !path.isAbsolute())
          .map(file::resolveSibling)
          .filter(Files::isRegularFile)
          .filter(path -> !open.contains(path.normalize()));
    } catch (InvalidPathException notAName) {
      return Optional.empty();
    }
  }

  private ConfigObject refused(String what) {
    problems.add(
        new Problem(
            new Origin(file.toString(), line(what)), "include", "\"" + what + "\"", ALLOWED));
    return ConfigFactory.empty().root();
  }

  private void refused(RepeatedKeys.Repeated key) {
    problems.add(
        new Problem(
            new Origin(file.toString(), key.line()),
            key.path(),
            "another value than in line " + key.first(),
            "each key once in a file"));
  }

  /** The parser does not say where an include is, so the file is looked through for its name. */
  private int line(String what) {
    List<String> lines = text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("include") && lines.get(i).contains(what)) {
        return i + 1;
      }
    }
    return 0;
  }

  private String text() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " again", e);
    }
  }
}
