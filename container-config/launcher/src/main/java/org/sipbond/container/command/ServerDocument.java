package org.sipbond.container.command;

import java.nio.file.Path;
import org.sipbond.core.config.ConfigReader;
import org.sipbond.core.config.ConfigResult;
import org.sipbond.core.config.MachineInterfaces;
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
}
