package org.sipbond.container;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.IpLiteral;

/** The connectors of the container's one service: HTTP from server.xml, SIP from the listeners. */
final class Connectors {
  private static final String SIP_PROTOCOL = "org.sipbond.container.adapter.BondSipProtocolHandler";

  private final Service service;

  Connectors(Service service) {
    this.service = service;
  }

  void http(InetAddress address, int port) {
    http()
        .forEach(
            connector -> {
              connector.setProperty("address", IpLiteral.text(address));
              connector.setPort(port);
            });
  }

  /** The port of HTTP as it was bound. */
  Optional<Integer> httpPort() {
    return http().map(Connector::getLocalPort).findFirst();
  }

  void add(Listener listener) throws ContainerException {
    try {
      Connector connector = new Connector(SIP_PROTOCOL);
      connector.setProperty("ipAddress", IpLiteral.text(listener.address()));
      connector.setProperty("signalingTransport", listener.transport().toString());
      connector.setPort(listener.port());
      if (listener.isAdvertised()) {
        connector.setProperty("advertisedHost", listener.advertised().host());
        connector.setProperty("advertisedPort", String.valueOf(listener.advertised().port()));
      }
      service.addConnector(connector);
    } catch (Exception e) { // all that Connector declares
      throw new ContainerException("cannot make a connector for listener " + listener, e);
    }
  }

  /** The connectors that did not start, with the reason where one is known. */
  List<String> failures() {
    return Arrays.stream(service.findConnectors())
        .filter(connector -> connector.getState() != LifecycleState.STARTED)
        .map(Connectors::failure)
        .toList();
  }

  private static String failure(Connector connector) {
    Object reason = connector.getProperty("failure");
    return "connector " + connector + " did not start" + (reason == null ? "" : ": " + reason);
  }

  private Stream<Connector> http() {
    return Arrays.stream(service.findConnectors())
        .filter(connector -> connector.getProtocol().contains("HTTP"));
  }
}
