package org.sipbond.core.config;

import java.util.List;
import java.util.Optional;

/** Reads {@code tls} of the document and of a listener. */
final class TlsReader {
  private static final String ALLOWED =
      "{ certificate = \"chain.pem\", key = \"key.pem\", trust = \"authorities.pem\","
          + " client-auth = none }";
  private static final String FILE = "the name of a PEM file";

  private TlsReader() {}

  /**
   * The settings of a block.
   *
   * @param otherwise what holds for keys that it lacks
   */
  static TlsSettings read(Optional<Value> tls, TlsSettings otherwise) {
    Optional<Block> block = tls.flatMap(value -> value.block(Keys.ONE_TLS, ALLOWED));
    return block.map(keys -> read(keys, otherwise)).orElse(otherwise);
  }

  private static TlsSettings read(Block block, TlsSettings otherwise) {
    return new TlsSettings(
        identity(block).map(List::of).orElse(otherwise.identity()),
        block.get(Keys.TRUST).map(TlsReader::trust).orElse(otherwise.trust()),
        block
            .get(Keys.CLIENT_AUTH)
            .flatMap(value -> value.as(ClientAuth::named, String.join(", ", ClientAuth.names())))
            .orElse(otherwise.clientAuth()));
  }

  private static Optional<TlsIdentity> identity(Block block) {
    if (block.get(Keys.CERTIFICATE).isEmpty() && block.get(Keys.KEY).isEmpty()) {
      return Optional.empty();
    }
    Optional<PemFile> certificate = block.need(Keys.CERTIFICATE, FILE).flatMap(TlsReader::file);
    Optional<PemFile> key = block.need(Keys.KEY, FILE).flatMap(TlsReader::file);
    return certificate.flatMap(chain -> key.map(secret -> new TlsIdentity(chain, secret)));
  }

  private static List<PemFile> trust(Value value) {
    return value.oneOrMore("one or more names of PEM files").orElse(List.of()).stream()
        .flatMap(one -> file(one).stream())
        .toList();
  }

  private static Optional<PemFile> file(Value value) {
    return value
        .as(
            text -> Optional.of(text).filter(name -> !name.isBlank() && name.indexOf('\0') < 0),
            FILE)
        .map(name -> new PemFile(value, name));
  }
}
