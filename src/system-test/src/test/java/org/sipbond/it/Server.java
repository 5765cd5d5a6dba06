package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.sipbond.container.Application;
import org.sipbond.container.ContainerException;
import org.sipbond.container.SipContainer;
import org.sipbond.container.SipContainerBuilder;
import org.sipbond.container.command.ConnectionProperties;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.config.ConfigReader;
import org.sipbond.core.config.MachineInterfaces;
import org.sipbond.hocon.HoconDocument;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.CommandsMXBean;

/** sipbond in the embedded container: archive, document and connectors as the launcher has them. */
public final class Server implements AutoCloseable {
  private final AppConfig config;
  private final SipContainer container;

  private Server(AppConfig config, SipContainer container) {
    this.config = config;
    this.container = container;
  }

  /** Starts the EAR; its document and its connectors come from {@code document}. */
  public static Server start(Path base, String document) throws IOException, ContainerException {
    return start(base, document, List.of(), archive("sipbond.ear"));
  }

  /**
   * Starts an archive.
   *
   * @param more listeners of the container that the document does not know
   */
  static Server start(Path base, String document, List<Listener> more, Application archive)
      throws IOException, ContainerException {
    AppConfig config = read(write(base, document));
    List<Listener> listeners = new ArrayList<>(config.listeners());
    listeners.addAll(more);
    SipContainerBuilder builder = builder(base, listeners, archive);
    ConnectionProperties.of(config.connections(), base.resolve("conf"))
        .forEach(builder::stackProperty);
    SipContainer container = builder.build();
    container.start();
    return new Server(config, container);
  }

  /** A container that is not started yet; whatever document there is in it. */
  static SipContainer container(Path base, List<Listener> listeners, Application archive) {
    return builder(base, listeners, archive).build();
  }

  private static SipContainerBuilder builder(
      Path base, List<Listener> listeners, Application archive) {
    return SipContainer.builder(base)
        .listeners(listeners)
        .http(InetAddress.getLoopbackAddress(), 0)
        .application(archive);
  }

  /** One of the archives that were built. */
  static Application archive(String file) {
    return new Application(Path.of(System.getProperty("archives"), file), "/sipbond");
  }

  /** Puts the document where the descriptor of the application looks for it. */
  static Path write(Path base, String document) throws IOException {
    Path conf = Files.createDirectories(base.resolve("conf"));
    return Files.writeString(conf.resolve("sipbond.conf"), document);
  }

  private static AppConfig read(Path document) {
    return HoconDocument.read(document)
        .fold(
            tree ->
                new ConfigReader(new MachineInterfaces())
                    .read(tree)
                    .fold(Function.identity(), Server::refuse),
            Server::refuse);
  }

  private static AppConfig refuse(Object problems) {
    throw new IllegalArgumentException("the document of the test is broken: " + problems);
  }

  /** What the document says of a listener. */
  public Listener listener(String name) {
    return config.listeners().stream()
        .filter(listener -> listener.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Where a listener listens. */
  public InetSocketAddress socket(String listener) {
    Listener found = listener(listener);
    return new InetSocketAddress(found.address(), found.port());
  }

  /** The deployed application, as it is managed. */
  public static ApplicationMXBean application() {
    return proxy(ApplicationMXBean.OBJECT_NAME, ApplicationMXBean.class);
  }

  static CommandsMXBean commands() {
    return proxy(CommandsMXBean.OBJECT_NAME, CommandsMXBean.class);
  }

  private static <T> T proxy(String name, Class<T> type) {
    try {
      return JMX.newMXBeanProxy(mbeans(), new ObjectName(name), type);
    } catch (JMException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MBeanServer mbeans() {
    return ManagementFactory.getPlatformMBeanServer();
  }

  /** Waits until nothing is left of any call, fails when it does not come to that, and stops. */
  public void closeWhenIdle() throws ContainerException {
    try (Server closing = this) {
      Sessions.awaitNone();
      assertThat(application().getActiveCalls()).isZero();
    }
  }

  @Override
  public void close() throws ContainerException {
    container.stop();
  }
}
