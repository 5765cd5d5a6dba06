package org.sipbond.core.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.ListenerKey;
import org.sipbond.core.net.Transport;

/** Reads {@code connect-timeout}, {@code tls} and {@code listeners.*.tls}. */
final class ConnectionsReader {
  private static final String CERTIFIED =
      "a tls listener with a certificate: tls { certificate = \"chain.pem\", key = \"key.pem\" },"
          + " for all or for the listener";

  private final Block document;
  private final Optional<Value> tlsOfAll;
  private final Map<ListenerKey, TlsSettings> byListener = new LinkedHashMap<>();

  ConnectionsReader(Block document) {
    this.document = document;
    this.tlsOfAll = document.get(Keys.TLS);
  }

  /**
   * The settings of the document.
   *
   * @param listeners by declared name
   */
  ConnectionSettings read(Map<String, List<Listener>> listeners, ListenerSource source) {
    TlsSettings ofAll = TlsReader.read(tlsOfAll, TlsSettings.NONE);
    Optional<Value> declared = document.get(Keys.LISTENERS);
    listeners.forEach(
        (name, expanded) ->
            declared
                .flatMap(value -> value.child(name))
                .ifPresent(value -> listener(value, expanded, ofAll, source)));
    return new ConnectionSettings(timeout(), byListener);
  }

  private Duration timeout() {
    return document
        .get(Keys.CONNECT_TIMEOUT)
        .flatMap(value -> value.duration("100ms", "32s"))
        .orElse(ConnectionSettings.DEFAULT_TIMEOUT);
  }

  private void listener(
      Value value, List<Listener> expanded, TlsSettings ofAll, ListenerSource source) {
    Optional<Value> own = value.child(Keys.TLS);
    TlsSettings settings = TlsReader.read(own, ofAll);
    boolean certified = namesIdentity(own) || namesIdentity(tlsOfAll);
    for (Listener listener : expanded) {
      if (listener.transport() == Transport.TLS) {
        byListener.put(listener.key(), settings);
      }
    }
    if (expanded.isEmpty()) {
      return;
    }
    Transport transport = expanded.get(0).transport();
    if (transport != Transport.TLS) {
      own.ifPresent(
          block -> block.refused("it on a listener for " + transport, "on tls listeners"));
    } else if (!certified && source == ListenerSource.CONFIGURATION) {
      value.refused("a tls listener without a certificate", CERTIFIED);
    }
  }

  /** Whether there is one, be it right or wrong; what is wrong is told elsewhere. */
  private static boolean namesIdentity(Optional<Value> tls) {
    return tls.filter(
            value ->
                !(value.node() instanceof ConfigNode.Mapping)
                    || value.child(Keys.CERTIFICATE).isPresent()
                    || value.child(Keys.KEY).isPresent())
        .isPresent();
  }
}
