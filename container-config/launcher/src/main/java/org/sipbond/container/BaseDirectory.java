package org.sipbond.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** The folders and files that the container reads; what is absent is made, the rest is left. */
final class BaseDirectory {
  private static final AtomicInteger STACKS = new AtomicInteger();

  private static final String STACK_NAME = "javax.sip.STACK_NAME";

  private final Path base;

  BaseDirectory(Path base) {
    this.base = base;
  }

  void prepare(ContainerConfig config) throws IOException {
    for (String folder : List.of("conf", "logs", "temp", "webapps", "work")) {
      Files.createDirectories(base.resolve(folder));
    }
    copyIfAbsent("server.xml");
    copyIfAbsent("context.xml");
    copyIfAbsent("web.xml");
    copyIfAbsent("sip-stack.properties");
    Files.write(conf("application-router.properties"), config.applicationRouter());
  }

  Path conf(String file) {
    return base.resolve("conf").resolve(file);
  }

  Path work() {
    return base.resolve("work");
  }

  /**
   * Writes the properties of the SIP stack for one start: conf/sip-stack.properties under {@code
   * overrides}. The stack's name gets a number, because the stack's factory keeps every stack that
   * it ever made by name and would hand out a stopped one again.
   *
   * @return the file, relative to the base directory
   */
  String writeStackProperties(Map<String, String> overrides) throws IOException {
    Properties properties = new Properties();
    try (InputStream file = Files.newInputStream(conf("sip-stack.properties"))) {
      properties.load(file);
    }
    properties.putAll(overrides);
    String name = properties.getProperty(STACK_NAME, "sipbond");
    properties.setProperty(STACK_NAME, name + "-" + STACKS.incrementAndGet());
    Path effective = work().resolve("sip-stack.properties");
    try (OutputStream file = Files.newOutputStream(effective)) {
      properties.store(file, "written at start; edit conf/sip-stack.properties instead");
    }
    return base.relativize(effective).toString();
  }

  private void copyIfAbsent(String file) throws IOException {
    if (Files.exists(conf(file))) {
      return;
    }
    try (InputStream source =
        Objects.requireNonNull(BaseDirectory.class.getResourceAsStream(file), file)) {
      Files.copy(source, conf(file));
    }
  }
}
