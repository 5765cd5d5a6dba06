package org.sipbond.container.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipbond.core.bond.ListenerKey;
import org.sipbond.core.config.ConnectionSettings;
import org.sipbond.core.config.TlsSettings;
import org.sipbond.core.net.HostPort;

/** How connections are made, as properties of the SIP stack. */
public final class ConnectionProperties {
  private static final String PREFIX = "org.sipbond.container.";

  private ConnectionProperties() {}

  /**
   * The properties by name; file names are absolute.
   *
   * @param folder that of the document
   */
  public static Map<String, String> of(ConnectionSettings connections, Path folder) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(PREFIX + "connect-timeout", String.valueOf(connections.timeout().toMillis()));
    connections.tls().forEach((listener, tls) -> put(properties, listener, tls, folder));
    return properties;
  }

  private static void put(
      Map<String, String> properties, ListenerKey listener, TlsSettings tls, Path folder) {
    String prefix = PREFIX + "tls." + HostPort.text(listener.address(), listener.port()) + ".";
    tls.identity()
        .forEach(
            identity -> {
              properties.put(prefix + "certificate", identity.certificate().in(folder).toString());
              properties.put(prefix + "key", identity.key().in(folder).toString());
            });
    if (!tls.trust().isEmpty()) {
      properties.put(
          prefix + "trust",
          tls.trust().stream()
              .map(file -> file.in(folder).toString())
              .collect(Collectors.joining("\n")));
    }
    properties.put(prefix + "client-auth", tls.clientAuth().toString());
  }
}
