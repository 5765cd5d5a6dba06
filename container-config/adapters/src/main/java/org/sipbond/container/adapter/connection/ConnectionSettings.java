// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.sipbond.core.net.HostPort;

/**
 * What the stack's properties say of one listener's connections: {@code
 * org.sipbond.container.connect-timeout} in milliseconds, and for TLS {@code
 * org.sipbond.container.tls.certificate}, {@code .key}, {@code .trust} (files), {@code
 * .client-auth}. Where there is a property {@code
 * org.sipbond.container.tls.ADDRESS:PORT.certificate}, the listener on that socket takes its own
 * four and none of the others.
 *
 * @param connectTimeout how long a connection may take to open, and a TLS handshake after that
 * @param identity certificate chain and key; empty for none
 * @param trust authorities; empty for those of the JDK
 */
record ConnectionSettings(
    Duration connectTimeout, List<Path> identity, List<Path> trust, ClientAuth clientAuth) {
  private static final String PREFIX = "org.sipbond.container.";
  private static final String CERTIFICATE = "certificate";
  private static final String DEFAULT_MILLIS = "2000";

  ConnectionSettings {
    identity = List.copyOf(identity);
    trust = List.copyOf(trust);
  }

  /** Whether a client has to show a certificate that an authority of ours issued. */
  enum ClientAuth {
    NONE,
    OPTIONAL,
    REQUIRED;

    private static ClientAuth named(String name) {
      return Arrays.stream(values())
          .filter(value -> value.name().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "client-auth is " + name + "; allowed: none, optional, required"));
    }
  }

  /** The settings of the listener on a socket. */
  static ConnectionSettings of(Properties properties, HostPort socket) {
    String own = PREFIX + "tls." + socket + ".";
    String tls = properties.containsKey(own + CERTIFICATE) ? own : PREFIX + "tls.";
    return new ConnectionSettings(
        Duration.ofMillis(
            Long.parseLong(properties.getProperty(PREFIX + "connect-timeout", DEFAULT_MILLIS))),
        file(properties, tls + CERTIFICATE)
            .map(
                certificate ->
                    List.of(certificate, file(properties, tls + "key").orElse(certificate)))
            .orElse(List.of()),
        properties.getProperty(tls + "trust", "").lines().map(Path::of).toList(),
        ClientAuth.named(properties.getProperty(tls + "client-auth", "none")));
  }

  private static Optional<Path> file(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty(name)).map(Path::of);
  }
}
