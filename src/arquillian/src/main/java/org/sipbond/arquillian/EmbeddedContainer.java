package org.sipbond.arquillian;

import static org.jboss.arquillian.protocol.servlet.ServletMethodExecutor.ARQUILLIAN_SERVLET_NAME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.arquillian.container.spi.client.container.ConfigurationMapper;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.ApplicationScoped;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;
import org.sipbond.container.Application;
import org.sipbond.container.ContainerException;
import org.sipbond.container.SipContainer;
import org.sipbond.container.SipContainerBuilder;

/**
 * Arquillian's view of the embedded container. Each start has a new folder under the configured
 * base directory, so that no run sees files of another.
 */
final class EmbeddedContainer implements DeployableContainer<SipContainerConfiguration> {
  @Inject @ApplicationScoped private InstanceProducer<SipContainer> containers;
  @Inject @ApplicationScoped private InstanceProducer<SipListeners> listeners;

  private final Map<String, Deployed> deployed = new LinkedHashMap<>();
  private final RunningRouter router = new RunningRouter();
  private @Nullable Settings settings;
  private @Nullable Path archives;
  private @Nullable SipContainer container;

  @Override
  public Class<SipContainerConfiguration> getConfigurationClass() {
    return SipContainerConfiguration.class;
  }

  @Override
  public ConfigurationMapper<SipContainerConfiguration> getConfigurationMapper() {
    return (configuration, definition) -> configuration.take(definition.getContainerProperties());
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Servlet 3.0");
  }

  @Override
  public void setup(SipContainerConfiguration configuration) {
    settings = configuration.settings();
  }

  @Override
  public void start() throws LifecycleException {
    Settings asked = Objects.requireNonNull(settings, "container was not set up");
    try {
      Files.createDirectories(asked.baseDirectory());
      Path base = Files.createTempDirectory(asked.baseDirectory(), "run-");
      archives = Files.createDirectory(base.resolve("archives"));
      SipContainer made = builder(asked, base).build();
      made.start();
      container = made;
      containers.set(made);
      listeners.set(new SipListeners(asked.listeners()));
    } catch (IOException | ContainerException e) {
      throw new LifecycleException("cannot start the container: " + e.getMessage(), e);
    }
  }

  private static SipContainerBuilder builder(Settings settings, Path base) {
    SipContainerBuilder builder =
        SipContainer.builder(base)
            .listeners(settings.listeners())
            .http(settings.httpAddress(), settings.httpPort())
            .applicationRouter(settings.applicationRouter());
    settings.stackProperties().forEach(builder::stackProperty);
    return builder;
  }

  @Override
  public void stop() throws LifecycleException {
    SipContainer running = running();
    container = null;
    deployed.clear();
    try {
      running.stop();
    } catch (ContainerException e) {
      throw new LifecycleException("cannot stop the container: " + e.getMessage(), e);
    }
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    ArchiveContent content = new ArchiveContent(archive);
    Deployed made = new Deployed(write(archive), content.contextPaths(), content.sipApplications());
    try {
      running().deploy(made.application());
    } catch (ContainerException e) {
      throw new DeploymentException(
          "cannot deploy " + archive.getName() + ": " + e.getMessage(), e);
    }
    deployed.put(archive.getName(), made);
    if (routesToDeployed()) {
      router.deployed(made.sipApplications());
    }
    return metaData(made);
  }

  @Override
  public void undeploy(Archive<?> archive) throws DeploymentException {
    Deployed gone = deployed.remove(archive.getName());
    if (gone == null) {
      return;
    }
    running().undeploy(gone.application());
    if (routesToDeployed()) {
      router.undeployed(gone.sipApplications());
    }
  }

  private Application write(Archive<?> archive) {
    Path file = Objects.requireNonNull(archives).resolve(archive.getName());
    archive.as(ZipExporter.class).exportTo(file.toFile(), true);
    return Application.of(file);
  }

  private ProtocolMetaData metaData(Deployed made) throws DeploymentException {
    Settings asked = Objects.requireNonNull(settings);
    HTTPContext http = new HTTPContext(asked.httpAddress().getHostAddress(), httpPort());
    for (String path : made.contextPaths()) {
      http.add(new Servlet(ARQUILLIAN_SERVLET_NAME, path));
    }
    return new ProtocolMetaData()
        .addContext(http)
        .addContext(new SipListeners(running().listeners()));
  }

  private int httpPort() throws DeploymentException {
    return running()
        .httpPort()
        .orElseThrow(() -> new DeploymentException("container has no http connector"));
  }

  private boolean routesToDeployed() {
    return Objects.requireNonNull(settings).applicationRouter().isEmpty();
  }

  private SipContainer running() {
    return Objects.requireNonNull(container, "container is not running");
  }
}
