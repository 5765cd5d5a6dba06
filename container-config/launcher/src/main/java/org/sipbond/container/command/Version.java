package org.sipbond.container.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What this is. */
final class Version {
  private Version() {}

  /** {@code sipbond 1.0.0}. */
  static String text() {
    Properties properties = new Properties();
    try (InputStream stream =
        Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "sipbond " + properties.getProperty("version", "unknown");
  }
}
