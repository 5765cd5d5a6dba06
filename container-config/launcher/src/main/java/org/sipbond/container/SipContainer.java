package org.sipbond.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Engine;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Server;
import org.apache.catalina.Service;
import org.apache.tomcat.util.IntrospectionUtils;
import org.jspecify.annotations.Nullable;
import org.sipbond.core.bond.Listener;
import org.xml.sax.SAXException;

/**
 * The converged container in this JVM: Tomcat with SIP Servlets, all of its state in one base
 * directory.
 *
 * <pre>{@code
 * SipContainer container =
 *     SipContainer.builder(base)
 *         .listeners(List.of(Listener.of("int-udp", Transport.UDP, address, 5060)))
 *         .http(InetAddress.getLoopbackAddress(), 0)
 *         .application(new Application(Path.of("sipbond.ear"), "/sipbond"))
 *         .build();
 * container.start();     // returns when every socket is bound and every application available
 * container.httpPort();
 * container.deploy(new Application(Path.of("another.war"), "/another"));
 * container.stop();      // may be started again
 * }</pre>
 *
 * <p>One can run at a time in a JVM, several after each other. Start, stop, deploy and undeploy are
 * for one thread at a time.
 */
public final class SipContainer implements AutoCloseable {
  private final ContainerConfig config;
  private final BaseDirectory directory;
  private final SystemProperties systemProperties = new SystemProperties();
  private final Map<Application, List<Context>> deployed = new LinkedHashMap<>();
  private @Nullable Server server;

  SipContainer(ContainerConfig config) {
    this.config = config;
    this.directory = new BaseDirectory(config.base());
  }

  /** Starts to describe a container whose files live under {@code base}. */
  public static SipContainerBuilder builder(Path base) {
    return new SipContainerBuilder(base);
  }

  /**
   * Binds every socket and deploys every application. When anything of it fails, everything is
   * stopped again.
   */
  public void start() throws ContainerException {
    if (server != null) {
      throw new IllegalStateException("container is running");
    }
    systemProperties.set(
        Map.of(
            "catalina.base", config.base().toString(),
            "catalina.home", config.base().toString(),
            "javax.servlet.sip.ar.spi.SipApplicationRouterProvider",
                "org.mobicents.servlet.sip.router.DefaultApplicationRouterProvider"));
    try {
      Server made = load();
      server = made;
      made.init();
      made.start();
      check();
    } catch (IOException | SAXException | LifecycleException e) {
      stopQuietly();
      throw new ContainerException("cannot start the container: " + e.getMessage(), e);
    } catch (ContainerException e) {
      stopQuietly();
      throw e;
    }
  }

  /** Closes every socket and undeploys everything. Does nothing when not running. */
  public void stop() throws ContainerException {
    Server running = server;
    if (running == null) {
      return;
    }
    server = null;
    deployed.clear();
    try {
      running.stop();
      running.destroy();
    } catch (LifecycleException e) {
      throw new ContainerException("cannot stop the container: " + e.getMessage(), e);
    } finally {
      systemProperties.restore();
    }
  }

  @Override
  public void close() throws ContainerException {
    stop();
  }

  /** Deploys and starts one more application; it is undeployed again when it does not start. */
  public void deploy(Application application) throws ContainerException {
    List<Context> contexts = deployer().deploy(application);
    deployed.put(application, contexts);
    List<String> failures = Deployer.failures(contexts);
    if (!failures.isEmpty()) {
      undeploy(application);
      throw new ContainerException(failures);
    }
  }

  /** Stops and removes an application. Does nothing when it is not deployed. */
  public void undeploy(Application application) {
    List<Context> contexts = new ArrayList<>(deployed.getOrDefault(application, List.of()));
    deployed.remove(application);
    for (int i = contexts.size() - 1; i >= 0; i--) {
      host(running()).removeChild(contexts.get(i));
    }
  }

  /** The listeners that this container was made with, all bound while it runs. */
  public List<Listener> listeners() {
    return config.listeners();
  }

  /** The port that answers HTTP, also where 0 was asked for. */
  public int httpPort() {
    return new Connectors(service(running())).httpPort();
  }

  private Server load() throws IOException, SAXException, ContainerException {
    directory.prepare(config);
    Server made = new ServerXml().read(directory.conf("server.xml"));
    Connectors connectors = new Connectors(service(made));
    connectors.http(config.httpAddress(), config.httpPort());
    for (Listener listener : config.listeners()) {
      connectors.add(listener);
    }
    IntrospectionUtils.setProperty(
        service(made),
        "sipStackPropertiesFile",
        directory.writeStackProperties(config.stackProperties()));
    host(made).addLifecycleListener(event -> deployAtStart(event.getType()));
    return made;
  }

  /** Before the connectors start, in the order asked for, as Tomcat does with its own folder. */
  private void deployAtStart(String event) {
    if (Lifecycle.START_EVENT.equals(event)) {
      for (Application application : config.applications()) {
        try {
          deployed.put(application, deployer().deploy(application));
        } catch (ContainerException e) {
          throw new IllegalStateException(e.getMessage(), e);
        }
      }
    }
  }

  private void check() throws ContainerException {
    Server started = running();
    List<String> failures = new ArrayList<>(new Connectors(service(started)).failures());
    deployed.values().forEach(contexts -> failures.addAll(Deployer.failures(contexts)));
    if (started.getState() != LifecycleState.STARTED) {
      failures.add("container did not start: its state is " + started.getState());
    }
    if (!failures.isEmpty()) {
      throw new ContainerException(failures);
    }
  }

  private void stopQuietly() {
    try {
      stop();
    } catch (ContainerException e) {
      // The failure that led here is the one to tell.
      System.getLogger(SipContainer.class.getName()).log(System.Logger.Level.DEBUG, e);
    } finally {
      systemProperties.restore();
    }
  }

  private Deployer deployer() {
    return new Deployer(host(running()), directory.work());
  }

  private Server running() {
    return Objects.requireNonNull(server, "container is not running");
  }

  private static Service service(Server server) {
    return server.findServices()[0];
  }

  private static Host host(Server server) {
    Engine engine = (Engine) service(server).getContainer();
    Container host = engine.findChild(engine.getDefaultHost());
    return (Host) host;
  }
}
