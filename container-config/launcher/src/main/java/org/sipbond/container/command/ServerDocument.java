package org.sipbond.container.command;

import java.nio.file.Path;
import java.util.List;
import org.sipbond.core.config.ConfigReader;
import org.sipbond.core.config.ConfigResult;
import org.sipbond.core.config.MachineInterfaces;
import org.sipbond.core.config.Problem;
import org.sipbond.hocon.HoconDocument;

/** The document from which the application takes its rules, read for its connectors. */
final class ServerDocument {
  private ServerDocument() {}

  /** Reads the document as it is, without what descriptors may override. */
  static ConfigResult read(Path file) {
    return HoconDocument.read(file)
        .fold(
            root -> new ConfigReader(new MachineInterfaces()).read(root),
            ConfigResult.Invalid::new);
  }

  /** Reads the document, and the PEM files that it names. */
  static ConfigResult readWithFiles(Path file) {
    ConfigResult document = read(file);
    List<Problem> problems =
        document.fold(
            config -> PemFiles.problems(config.connections(), folder(file)), found -> List.of());
    return problems.isEmpty() ? document : new ConfigResult.Invalid(problems);
  }

  /** The folder of a document, in which the files are that it names. */
  static Path folder(Path file) {
    return file.toAbsolutePath().resolveSibling("").normalize();
  }
}
