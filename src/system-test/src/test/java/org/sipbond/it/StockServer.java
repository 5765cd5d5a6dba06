package org.sipbond.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.sipbond.container.ApplicationRouting;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.IpLiteral;

/**
 * Tomcat with SIP Servlets as they come, in a process of its own, and the SAR in its webapps. Its
 * SIP connectors are in its server.xml. The SAR is there by its other name, sipbond.war: this
 * container takes {@code .sar} for a part of the context's name, and then finds no folder to unpack
 * it to. It needs no EJB API, since no servlet of sipbond has fields.
 */
final class StockServer implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("stock"));
  private static final int SECONDS_TO_END = 20;

  private final Path base;
  private final Process process;

  private StockServer(Path base, Process process) {
    this.base = base;
    this.process = process;
  }

  /** Starts Tomcat; it is up when its connectors answer. */
  static StockServer start(Path base, int httpPort, List<Listener> connectors, String document)
      throws IOException {
    for (String folder : List.of("conf", "logs", "temp", "webapps", "work")) {
      Files.createDirectories(base.resolve(folder));
    }
    for (String file : List.of("catalina.properties", "web.xml", "context.xml")) {
      Files.copy(HOME.resolve("conf").resolve(file), base.resolve("conf").resolve(file));
    }
    Path sar = Path.of(System.getProperty("archives"), "sipbond.sar");
    Files.copy(sar, base.resolve("webapps/sipbond.war"), StandardCopyOption.REPLACE_EXISTING);
    Files.write(base.resolve("conf/dar.properties"), ApplicationRouting.everythingTo("sipbond"));
    copy(base, "sip-stack.properties", Map.of());
    copy(
        base,
        "server.xml",
        Map.of("@http@", Integer.toString(httpPort), "@connectors@", connectors(connectors)));
    Server.write(base, document);
    return new StockServer(base, launch(base));
  }

  /** What it has written so far. */
  String log() throws IOException {
    return Files.readString(base.resolve("logs/console.log"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private static Process launch(Path base) throws IOException {
    String classPath =
        List.of("bootstrap.jar", "tomcat-juli.jar").stream()
            .map(jar -> HOME.resolve("bin").resolve(jar).toString())
            .collect(Collectors.joining(System.getProperty("path.separator")));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Dcatalina.home=" + HOME,
            "-Dcatalina.base=" + base,
            "-Djava.io.tmpdir=" + base.resolve("temp"),
            // Its own look-up of the application router fails on Java 9 and newer.
            "-Djavax.servlet.sip.ar.spi.SipApplicationRouterProvider="
                + "org.mobicents.servlet.sip.router.DefaultApplicationRouterProvider",
            "-cp",
            classPath,
            "org.apache.catalina.startup.Bootstrap",
            "start")
        .directory(base.toFile())
        .redirectErrorStream(true)
        .redirectOutput(base.resolve("logs/console.log").toFile())
        .start();
  }

  private static String connectors(List<Listener> listeners) {
    return listeners.stream()
        .map(
            listener ->
                "    <Connector port=\"%d\" ipAddress=\"%s\" signalingTransport=\"%s\" protocol=\"%s\"/>"
                    .formatted(
                        listener.port(),
                        IpLiteral.text(listener.address()),
                        listener.transport(),
                        "org.mobicents.servlet.sip.catalina.SipProtocolHandler"))
        .collect(Collectors.joining("\n"));
  }

  private static void copy(Path base, String file, Map<String, String> values) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StockServer.class.getResourceAsStream("/stock/" + file), file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace(value.getKey(), value.getValue());
      }
      Files.writeString(base.resolve("conf").resolve(file), text);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
