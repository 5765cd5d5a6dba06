package org.sipbond.core.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Certificates as PEM text. */
public final class PemCertificates {
  private static final String LABEL = "CERTIFICATE";
  private static final String CHAIN =
      "a certificate, followed by that of its issuer and so on, as PEM";
  private static final String BUNDLE = "one or more certificates as PEM";

  private PemCertificates() {}

  /** The chain that a server shows: its own certificate first, then each one's issuer. */
  public static List<X509Certificate> chain(String text) throws BadPemException {
    List<X509Certificate> chain = read(text, CHAIN);
    for (int i = 1; i < chain.size(); i++) {
      X509Certificate issued = chain.get(i - 1);
      X509Certificate issuer = chain.get(i);
      if (!issued.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
        throw new BadPemException(
            "the certificate of "
                + issuer.getSubjectX500Principal()
                + " after one that "
                + issued.getIssuerX500Principal()
                + " issued",
            CHAIN);
      }
    }
    return chain;
  }

  /** Certificates in any order, as of authorities that are trusted. */
  public static List<X509Certificate> bundle(String text) throws BadPemException {
    return read(text, BUNDLE);
  }

  private static List<X509Certificate> read(String text, String allowed) throws BadPemException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (PemBlock block : PemBlock.all(text)) {
      if (block.label().equals(LABEL)) {
        certificates.add(certificate(block));
      }
    }
    if (certificates.isEmpty()) {
      throw new BadPemException("no certificate", allowed);
    }
    return List.copyOf(certificates);
  }

  private static X509Certificate certificate(PemBlock block) throws BadPemException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (CertificateException e) {
      throw new BadPemException(
          "a certificate that cannot be read: " + e.getMessage(), "an X.509 certificate", e);
    }
  }
}
