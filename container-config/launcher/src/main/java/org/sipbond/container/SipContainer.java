package org.sipbond.container;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
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
 * container.drain(Duration.ofSeconds(30));
 * container.stop();      // may be started again
 * }</pre>
 *
 * <p>One can run at a time in a JVM, several after each other. Start, stop, deploy and undeploy are
 * for one thread at a time.
 */
public final class SipContainer implements AutoCloseable {

  /**
   * Servlet context attribute in which an application that cannot work says why: a collection with
   * one line for each problem. The container looks at it when everything has started; the
   * exceptions of {@code SipServletListener.servletInitialized} never arrive here.
   */
  public static final String PROBLEMS_ATTRIBUTE = "org.sipbond.container.problems";

  private final ContainerConfig config;
  private final BaseDirectory directory;
  private final SystemProperties systemProperties = new SystemProperties();
  private @Nullable RunningServer server;

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
    List<String> problems =
        Preflight.problems(config.listeners(), config.httpAddress(), config.httpPort());
    if (!problems.isEmpty()) {
      throw new ContainerException(problems);
    }
    systemProperties.set(
        Map.of(
            "catalina.base", config.base().toString(),
            "catalina.home", config.base().toString(),
            "javax.servlet.sip.ar.spi.SipApplicationRouterProvider",
                "org.mobicents.servlet.sip.router.DefaultApplicationRouterProvider"));
    List<String> failures = startServer();
    if (!failures.isEmpty()) {
      failures = stopAfterFailure(failures);
      throw new ContainerException(failures);
    }
  }

  /**
   * Answers 503 to every new request and waits until no call is in progress and no request is
   * unanswered.
   *
   * @return whether everything ended within the limit
   */
  public boolean drain(Duration limit) throws InterruptedException {
    return running().drain(limit);
  }

  /** Closes every socket and undeploys everything. Does nothing when not running. */
  public void stop() throws ContainerException {
    RunningServer running = server;
    if (running == null) {
      return;
    }
    server = null;
    try {
      running.stop();
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
    List<String> problems = running().deploy(application);
    if (!problems.isEmpty()) {
      undeploy(application);
      throw new ContainerException(problems);
    }
  }

  /** Stops and removes an application. Does nothing when it is not deployed. */
  public void undeploy(Application application) {
    running().undeploy(application);
  }

  /** The listeners that this container was made with, all bound while it runs. */
  public List<Listener> listeners() {
    return config.listeners();
  }

  /** Where HTTP is answered. */
  public InetAddress httpAddress() {
    return config.httpAddress();
  }

  /** The port that answers HTTP, also where 0 was asked for; empty when server.xml has no HTTP. */
  public Optional<Integer> httpPort() {
    return running().httpPort();
  }

  /** The context paths of everything that is deployed, in the order of deployment. */
  public List<String> contextPaths() {
    return running().contextPaths();
  }

  private List<String> startServer() {
    try {
      directory.prepare(config);
      RunningServer made = RunningServer.of(config, directory);
      server = made;
      return made.start();
    } catch (IOException | SAXException | LifecycleException e) {
      return List.of("cannot start the container: " + e.getMessage());
    } catch (ContainerException e) {
      return e.problems();
    }
  }

  private List<String> stopAfterFailure(List<String> failures) {
    try {
      stop();
      return failures;
    } catch (ContainerException e) {
      List<String> all = new ArrayList<>(failures);
      all.addAll(e.problems());
      return all;
    } finally {
      systemProperties.restore();
    }
  }

  private RunningServer running() {
    return Objects.requireNonNull(server, "container is not running");
  }
}
