package org.sipbond.container.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.apache.log4j.Logger;
import org.apache.log4j.PropertyConfigurator;

/** One log for everything: log4j, and what Tomcat and the JDK write to java.util.logging. */
public final class Logging {
  private static final String FILE = "log4j.properties";

  private Logging() {}

  /** Reads conf/log4j.properties, made when absent; its paths start at {@code sipbond.base}. */
  public static void start(Installation installation) throws IOException {
    System.setProperty("sipbond.base", installation.base().toString());
    Path file = installation.base().resolve("conf").resolve(FILE);
    if (!Files.exists(file)) {
      Files.createDirectories(installation.base().resolve("conf"));
      try (InputStream sample =
          Objects.requireNonNull(Logging.class.getResourceAsStream(FILE), FILE)) {
        Files.copy(sample, file);
      }
    }
    Files.createDirectories(installation.logs());
    Properties properties = new Properties();
    try (InputStream stream = Files.newInputStream(file)) {
      properties.load(stream);
    }
    PropertyConfigurator.configure(properties);
    LogManager.getLogManager().reset();
    java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
    root.addHandler(new ToLog4j());
    root.setLevel(Level.INFO);
  }

  /** Closes the files. */
  public static void stop() {
    org.apache.log4j.LogManager.shutdown();
  }

  private static final class ToLog4j extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
      String name = Objects.requireNonNullElse(entry.getLoggerName(), "");
      Logger.getLogger(name)
          .log(level(entry.getLevel()), formatter.formatMessage(entry), entry.getThrown());
    }

    private static org.apache.log4j.Level level(Level level) {
      int value = level.intValue();
      if (value >= Level.SEVERE.intValue()) {
        return org.apache.log4j.Level.ERROR;
      }
      if (value >= Level.WARNING.intValue()) {
        return org.apache.log4j.Level.WARN;
      }
      return value >= Level.INFO.intValue()
          ? org.apache.log4j.Level.INFO
          : org.apache.log4j.Level.DEBUG;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
