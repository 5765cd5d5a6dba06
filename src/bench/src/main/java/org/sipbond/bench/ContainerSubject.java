package org.sipbond.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The distribution with an application of choice, and otherwise as it is.
 *
 * @param name as it is printed
 * @param distribution the unpacked folder
 * @param application what goes into its folder apps, for one way across
 */
record ContainerSubject(String name, Path distribution, ApplicationSource application)
    implements Subject {

  /** Writes the application into a folder. */
  @FunctionalInterface
  interface ApplicationSource {
    void writeTo(Path apps, Network network) throws IOException;
  }

  /** sipbond itself. */
  static ContainerSubject sipbond(Path distribution) {
    return new ContainerSubject(
        "sipbond, b2bua with bonds",
        distribution,
        (apps, network) -> copy(distribution.resolve("apps"), apps));
  }

  /** A B2BUA servlet without bonds. */
  static ContainerSubject bare(Path distribution) {
    return new ContainerSubject(
        "bare servlet, b2bua", distribution, (apps, network) -> BareArchive.write(apps, network));
  }

  @Override
  public Running start(Network network, Path folder) throws IOException, InterruptedException {
    return start(network, network.document(), folder);
  }

  /** The same with another configuration document. */
  Running start(Network network, String document, Path folder)
      throws IOException, InterruptedException {
    Path home = folder.resolve("home");
    copy(distribution, home);
    try (Stream<Path> shipped = Files.list(home.resolve("apps"))) {
      for (Path each : shipped.toList()) {
        Files.delete(each);
      }
    }
    application.writeTo(home.resolve("apps"), network);
    Files.writeString(home.resolve("conf/sipbond.conf"), document);
    Path output = folder.resolve("output.log");
    Process process =
        new ProcessBuilder(List.of(home.resolve("bin/sipbond").toString(), "run"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Waiting.until(process, output, "is running");
    return new Running(process);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
