package org.sipbond.testkit.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.sipbond.core.tls.BadPemException;
import org.sipbond.core.tls.PemCertificates;
import org.sipbond.core.tls.PemPrivateKey;

/**
 * A certificate with its key, both PEM.
 *
 * @param key PKCS #8 without a password
 */
public record Issued(Path certificate, Path key) {

  /** TLS with this certificate, and trust in the authorities of that file. */
  public SSLContext context(Path trust) {
    try {
      List<X509Certificate> chain = PemCertificates.chain(Files.readString(certificate));
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setKeyEntry(
          "own",
          PemPrivateKey.of(Files.readString(key), chain.get(0)),
          new char[0],
          chain.toArray(X509Certificate[]::new));
      return context(store, trust);
    } catch (IOException | GeneralSecurityException | BadPemException e) {
      throw new IllegalStateException("no tls with " + certificate + " and " + trust, e);
    }
  }

  /** TLS with the keys of a store, and trust in the authorities of that file. */
  static SSLContext context(KeyStore store, Path trust)
      throws IOException, GeneralSecurityException, BadPemException {
    for (X509Certificate authority : PemCertificates.bundle(Files.readString(trust))) {
      store.setCertificateEntry("authority-" + store.size(), authority);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
