package org.sipbond.container;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sipbond.core.bond.Listener;

/**
 * What one container is to be.
 *
 * @param base where everything of it lives: conf, logs, work, webapps; made when absent
 * @param listeners the SIP connectors; empty with {@code connectorsFromServerXml}
 * @param connectorsFromServerXml whether the connectors are those of conf/server.xml
 * @param httpPort 0 for any free one
 * @param applicationRouter one line per SIP method, in the notation of the default application
 *     router (JSR 289 appendix C)
 * @param stackProperties these come before those of conf/sip-stack.properties
 * @param applications deployed at start, in this order
 */
record ContainerConfig(
    Path base,
    List<Listener> listeners,
    boolean connectorsFromServerXml,
    InetAddress httpAddress,
    int httpPort,
    List<String> applicationRouter,
    Map<String, String> stackProperties,
    List<Application> applications) {

  ContainerConfig {
    base = base.toAbsolutePath().normalize();
    listeners = List.copyOf(listeners);
    applicationRouter = List.copyOf(applicationRouter);
    stackProperties = Map.copyOf(stackProperties);
    applications = List.copyOf(applications);
  }
}
