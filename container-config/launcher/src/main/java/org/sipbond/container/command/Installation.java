package org.sipbond.container.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipbond.container.Application;

/**
 * Where things are.
 *
 * @param home what was unpacked: bin, lib, apps; never written to
 * @param base what belongs to one server: conf, logs, work; the same folder unless SIPBOND_BASE
 *     says otherwise
 */
public record Installation(Path home, Path base) {
  private static final List<String> ARCHIVES = List.of(".ear", ".sar", ".war");

  public Installation {
    home = home.toAbsolutePath().normalize();
    base = base.toAbsolutePath().normalize();
  }

  /** As the start script says in system properties; the working directory without it. */
  static Installation ofThisProcess() {
    Path home = Path.of(System.getProperty("sipbond.home", "."));
    return new Installation(
        home, Optional.ofNullable(System.getProperty("sipbond.base")).map(Path::of).orElse(home));
  }

  /** The configuration document. */
  public Path document() {
    return base.resolve("conf").resolve("sipbond.conf");
  }

  /** Where logs go. */
  public Path logs() {
    return base.resolve("logs");
  }

  /** Where a running server says that it runs. */
  Path runFolder() {
    return base.resolve("run");
  }

  /** Where a running server answers commands. */
  public Path managementSocket() {
    return runFolder().resolve("management").resolve("socket");
  }

  /** The start script. */
  Path script() {
    return home.resolve("bin").resolve("sipbond");
  }

  /** The archives in the folder apps, by name. */
  public List<Application> applications() throws IOException {
    Path apps = home.resolve("apps");
    if (!Files.isDirectory(apps)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(apps)) {
      return files
          .filter(file -> ARCHIVES.stream().anyMatch(file.toString()::endsWith))
          .sorted()
          .map(Application::of)
          .toList();
    }
  }
}
