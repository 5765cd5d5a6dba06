package org.sipbond.core.config;

import java.util.List;

/**
 * How a TLS listener, and whoever leaves by it, speaks TLS.
 *
 * @param identity one, or none where the document names none
 * @param trust files of authorities; none for those of the JDK
 */
public record TlsSettings(List<TlsIdentity> identity, List<PemFile> trust, ClientAuth clientAuth) {
  /** What holds where nothing is configured. */
  public static final TlsSettings NONE = new TlsSettings(List.of(), List.of(), ClientAuth.NONE);

  public TlsSettings {
    identity = List.copyOf(identity);
    trust = List.copyOf(trust);
  }
}
