package org.sipbond.core.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;

/** A private key as PEM text: PKCS #8 without a password. */
public final class PemPrivateKey {
  private static final String PKCS8 = "PRIVATE KEY";
  private static final String ALLOWED =
      "a PKCS #8 key without a password, BEGIN PRIVATE KEY, as written by openssl pkcs8 -topk8"
          + " -nocrypt";

  /** How a key of each algorithm that TLS knows signs. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private PemPrivateKey() {}

  /** The key that belongs to a certificate. */
  public static PrivateKey of(String text, X509Certificate certificate) throws BadPemException {
    byte[] der = pkcs8(text).der();
    String algorithm = certificate.getPublicKey().getAlgorithm();
    String signature = SIGNATURES.get(algorithm);
    if (signature == null) {
      throw new BadPemException(
          "a certificate for a key of " + algorithm, "RSA, EC or EdDSA, in certificate and key");
    }
    try {
      PrivateKey key =
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      if (!belongTogether(key, certificate.getPublicKey(), signature)) {
        throw new BadPemException(
            "a key of another certificate",
            "the key of the certificate of " + certificate.getSubjectX500Principal());
      }
      return key;
    } catch (InvalidKeySpecException e) {
      throw new BadPemException(
          "no " + algorithm + " key", "a key of the algorithm of its certificate", e);
    } catch (GeneralSecurityException e) {
      throw new BadPemException("a key that cannot sign: " + e.getMessage(), ALLOWED, e);
    }
  }

  private static PemBlock pkcs8(String text) throws BadPemException {
    List<PemBlock> keys =
        PemBlock.all(text).stream().filter(block -> block.label().endsWith(PKCS8)).toList();
    if (keys.size() != 1) {
      throw new BadPemException(keys.isEmpty() ? "no key" : keys.size() + " keys", ALLOWED);
    }
    PemBlock key = keys.get(0);
    if (key.label().startsWith("ENCRYPTED") || key.headers().contains("ENCRYPTED")) {
      throw new BadPemException("a key with a password", ALLOWED);
    }
    if (!key.label().equals(PKCS8)) {
      throw new BadPemException("BEGIN " + key.label(), ALLOWED);
    }
    return key;
  }

  private static boolean belongTogether(PrivateKey key, PublicKey certified, String algorithm)
      throws GeneralSecurityException {
    byte[] anything = "sipbond".getBytes(StandardCharsets.US_ASCII);
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(anything);
    Signature checking = Signature.getInstance(algorithm);
    checking.initVerify(certified);
    checking.update(anything);
    return checking.verify(signing.sign());
  }
}
