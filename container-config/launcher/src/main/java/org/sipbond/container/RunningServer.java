package org.sipbond.container;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.Engine;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Server;
import org.apache.catalina.Service;
import org.apache.tomcat.util.IntrospectionUtils;
import org.sipbond.core.bond.Listener;
import org.xml.sax.SAXException;

/** One Tomcat server from its server.xml to its end; started once, stopped once. */
final class RunningServer {
  private static final long POLL_MILLIS = 100;

  private final Server server;
  private final Service service;
  private final Host host;
  private final Connectors connectors;
  private final Path work;
  private final Map<Application, Deployment> deployments = new LinkedHashMap<>();
  private final List<String> deploymentFailures = new ArrayList<>();

  private RunningServer(Server server, Path work) {
    this.server = server;
    this.work = work;
    service = server.findServices()[0];
    connectors = new Connectors(service);
    Engine engine = (Engine) service.getContainer();
    host = (Host) engine.findChild(engine.getDefaultHost());
  }

  /** Reads server.xml and adds what the configuration says; nothing is bound yet. */
  static RunningServer of(ContainerConfig config, BaseDirectory directory)
      throws IOException, SAXException, ContainerException {
    Server server = new ServerXml().read(directory.conf("server.xml"));
    RunningServer made = new RunningServer(server, directory.work());
    made.connectors.http(config.httpAddress(), config.httpPort());
    for (Listener listener : config.listeners()) {
      made.connectors.add(listener);
    }
    IntrospectionUtils.setProperty(
        made.service,
        "sipStackPropertiesFile",
        directory.writeStackProperties(config.stackProperties()));
    made.host.addLifecycleListener(
        event -> made.deployAtStart(event.getType(), config.applications()));
    return made;
  }

  /** What did not start, one line each. */
  List<String> start() throws LifecycleException {
    server.init();
    server.start();
    List<String> failures = new ArrayList<>(deploymentFailures);
    failures.addAll(connectors.failures());
    deployments.values().forEach(deployment -> failures.addAll(deployment.problems()));
    if (failures.isEmpty() && server.getState() != LifecycleState.STARTED) {
      failures.add("container did not start: its state is " + server.getState());
    }
    return failures;
  }

  boolean drain(Duration limit) throws InterruptedException {
    Object dispatcher = IntrospectionUtils.getProperty(service, "sipApplicationDispatcher");
    IntrospectionUtils.setProperty(dispatcher, "draining", "true");
    long deadline = System.nanoTime() + limit.toNanos();
    while (!"0"
        .equals(String.valueOf(IntrospectionUtils.getProperty(dispatcher, "callsInProgress")))) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return true;
  }

  void stop() throws LifecycleException {
    try {
      server.stop();
      server.destroy();
    } finally {
      deployments.values().forEach(Deployment::close);
    }
  }

  List<String> deploy(Application application) throws ContainerException {
    if (deployments.containsKey(application)) {
      throw new IllegalStateException("application " + application + " is deployed");
    }
    Deployment deployment = new Deployer(host, work).deploy(application);
    deployments.put(application, deployment);
    return deployment.problems();
  }

  void undeploy(Application application) {
    Optional.ofNullable(deployments.remove(application))
        .ifPresent(deployment -> deployment.remove(host));
  }

  Optional<Integer> httpPort() {
    return connectors.httpPort();
  }

  List<String> contextPaths() {
    return deployments.values().stream()
        .flatMap(deployment -> deployment.contexts().stream())
        .map(Context::getPath)
        .toList();
  }

  /** Before the connectors start, in the order asked for, as Tomcat does with its own folder. */
  private void deployAtStart(String event, List<Application> applications) {
    if (!Lifecycle.START_EVENT.equals(event)) {
      return;
    }
    for (Application application : applications) {
      try {
        deploy(application);
      } catch (ContainerException e) {
        deploymentFailures.addAll(e.problems());
      }
    }
  }
}
