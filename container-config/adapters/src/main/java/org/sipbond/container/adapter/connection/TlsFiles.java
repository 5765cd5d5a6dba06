// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.sipbond.core.tls.BadPemException;
import org.sipbond.core.tls.PemCertificates;
import org.sipbond.core.tls.PemPrivateKey;

/**
 * The TLS context that the PEM files of a listener make, made anew when a file has changed. Files
 * that make none are told of in the log, and the context before them stays.
 */
final class TlsFiles {
  private static final Logger LOG = Logger.getLogger(TlsFiles.class);
  private static final char[] NO_PASSWORD = {};

  private final ConnectionSettings settings;
  private List<String> stamps;
  private volatile SSLContext context;

  /** Reads the files for the first time. */
  TlsFiles(ConnectionSettings settings) throws IOException {
    if (settings.identity().isEmpty()) {
      throw new IOException(
          "no certificate; allowed: a certificate and a key for each tls listener");
    }
    this.settings = settings;
    this.stamps = stamps();
    this.context = read();
  }

  /**
   * The context of the files as they are now. Looks at their times and sizes; reads them only when
   * these have changed.
   */
  SSLContext current() {
    List<String> now = stamps();
    synchronized (this) {
      if (!now.equals(stamps)) {
        stamps = now;
        reload();
      }
    }
    return context;
  }

  private void reload() {
    try {
      context = read();
      LOG.info("tls files were read again: " + files().toList());
    } catch (IOException e) {
      LOG.warn("tls files have changed but are not used: " + e.getMessage());
    }
  }

  private Stream<Path> files() {
    return Stream.concat(settings.identity().stream(), settings.trust().stream()).distinct();
  }

  private List<String> stamps() {
    return files().map(TlsFiles::stamp).toList();
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
    } catch (IOException e) {
      return "absent";
    }
  }

  private SSLContext read() throws IOException {
    try {
      SSLContext made = SSLContext.getInstance("TLS");
      made.init(keyManagers(), trustManagers(), null);
      return made;
    } catch (GeneralSecurityException e) {
      throw new IOException("no tls with " + files().toList() + ": " + e.getMessage(), e);
    }
  }

  private KeyManager[] keyManagers() throws IOException, GeneralSecurityException {
    Path certificate = settings.identity().get(0);
    Path key = settings.identity().get(1);
    List<X509Certificate> chain = parsed(certificate, PemCertificates::chain);
    tellWhetherItHasEnded(certificate, chain.get(0));
    PrivateKey privateKey = parsed(key, text -> PemPrivateKey.of(text, chain.get(0)));
    KeyStore store = empty();
    store.setKeyEntry("listener", privateKey, NO_PASSWORD, chain.toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  /** Used all the same: peers decide, and calls that need none of it go on. */
  private static void tellWhetherItHasEnded(Path file, X509Certificate certificate) {
    try {
      certificate.checkValidity();
    } catch (CertificateException e) {
      LOG.warn("certificate in " + file + " is not valid now: " + e.getMessage());
    }
  }

  private TrustManager[] trustManagers() throws IOException, GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities());
    return factory.getTrustManagers();
  }

  /** Null for those of the JDK. */
  private @Nullable KeyStore authorities() throws IOException, GeneralSecurityException {
    if (settings.trust().isEmpty()) {
      return null;
    }
    List<X509Certificate> all = new ArrayList<>();
    for (Path file : settings.trust()) {
      all.addAll(parsed(file, PemCertificates::bundle));
    }
    KeyStore store = empty();
    for (X509Certificate authority : all) {
      store.setCertificateEntry("authority-" + store.size(), authority);
    }
    return store;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  private static <T> T parsed(Path file, Parser<T> parser) throws IOException {
    try {
      return parser.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (BadPemException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** What reads the text of a file. */
  private interface Parser<T> {
    T parse(String text) throws BadPemException;
  }
}
