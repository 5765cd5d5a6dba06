package org.sipbond.container;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipbond.core.bond.Listener;

/** Collects what a {@link SipContainer} is to be. Not for several threads. */
public final class SipContainerBuilder {
  private static final int HTTP_PORT = 8080;

  private final Path base;
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<String, String> stackProperties = new LinkedHashMap<>();
  private final List<Application> applications = new ArrayList<>();
  private boolean connectorsFromServerXml;
  private InetAddress httpAddress = InetAddress.getLoopbackAddress();
  private int httpPort = HTTP_PORT;
  private List<String> applicationRouter = ApplicationRouting.everythingTo("sipbond");

  SipContainerBuilder(Path base) {
    this.base = base;
  }

  /** Adds listeners; each becomes one SIP connector. */
  public SipContainerBuilder listeners(List<Listener> more) {
    listeners.addAll(more);
    return this;
  }

  /** Leaves the SIP connectors to conf/server.xml of the base directory. */
  public SipContainerBuilder connectorsFromServerXml() {
    connectorsFromServerXml = true;
    return this;
  }

  /** Where HTTP is answered; port 0 for any free one. Default: 127.0.0.1:8080. */
  public SipContainerBuilder http(InetAddress address, int port) {
    httpAddress = address;
    httpPort = port;
    return this;
  }

  /**
   * The lines of the default application router, such as {@link ApplicationRouting#everythingTo}
   * gives. Default: everything to the application named sipbond.
   */
  public SipContainerBuilder applicationRouter(List<String> lines) {
    applicationRouter = lines;
    return this;
  }

  /** A property of the SIP stack that comes before conf/sip-stack.properties. */
  public SipContainerBuilder stackProperty(String name, String value) {
    stackProperties.put(name, value);
    return this;
  }

  /** An application that is deployed while the container starts, before the SIP sockets open. */
  public SipContainerBuilder application(Application application) {
    applications.add(application);
    return this;
  }

  /** A container that is not started yet. */
  public SipContainer build() {
    return new SipContainer(
        new ContainerConfig(
            base,
            listeners,
            connectorsFromServerXml,
            httpAddress,
            httpPort,
            applicationRouter,
            stackProperties,
            applications));
  }
}
