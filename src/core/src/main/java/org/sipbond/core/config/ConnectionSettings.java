package org.sipbond.core.config;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.ListenerKey;

/**
 * How connections are made.
 *
 * @param timeout how long a connection may take to open, and a TLS handshake after that; 2 s unless
 *     configured
 * @param tls of each TLS listener, in declared order
 */
public record ConnectionSettings(Duration timeout, Map<ListenerKey, TlsSettings> tls) {
  /** What holds where nothing is configured. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

  public ConnectionSettings {
    tls = Collections.unmodifiableMap(new LinkedHashMap<>(tls));
  }

  /** Of a listener; nothing at all for one that is not TLS. */
  public TlsSettings of(Listener listener) {
    return tls.getOrDefault(listener.key(), TlsSettings.NONE);
  }
}
