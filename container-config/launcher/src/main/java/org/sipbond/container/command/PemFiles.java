package org.sipbond.container.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.config.ConnectionSettings;
import org.sipbond.core.config.PemFile;
import org.sipbond.core.config.Problem;
import org.sipbond.core.config.TlsIdentity;
import org.sipbond.core.config.TlsSettings;
import org.sipbond.core.tls.BadPemException;
import org.sipbond.core.tls.PemCertificates;
import org.sipbond.core.tls.PemPrivateKey;

/** Reads the PEM files that the document names before anything starts, to tell what is wrong. */
final class PemFiles {
  private final Path folder;
  private final Set<Problem> problems = new LinkedHashSet<>();

  private PemFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Everything that keeps TLS from working with these files.
   *
   * @param folder that of the document
   */
  static List<Problem> problems(ConnectionSettings connections, Path folder) {
    PemFiles files = new PemFiles(folder);
    connections.tls().values().forEach(files::check);
    return files.problems.stream().sorted(Problem.IN_ORDER).toList();
  }

  private void check(TlsSettings tls) {
    tls.identity().forEach(this::check);
    tls.trust().forEach(file -> read(file, PemCertificates::bundle));
  }

  private void check(TlsIdentity identity) {
    Optional<List<X509Certificate>> chain = read(identity.certificate(), PemCertificates::chain);
    chain.ifPresent(
        certificates -> read(identity.key(), text -> PemPrivateKey.of(text, certificates.get(0))));
  }

  private <T> Optional<T> read(PemFile file, Parser<T> parser) {
    try {
      String text = Files.readString(file.in(folder), StandardCharsets.ISO_8859_1);
      return Optional.of(parser.parse(text));
    } catch (IOException e) {
      problems.add(file.problem("no readable file", "a PEM file in " + folder));
    } catch (BadPemException e) {
      problems.add(file.problem(e.found(), e.allowed()));
    }
    return Optional.empty();
  }

  /** What reads the text of a file. */
  private interface Parser<T> {
    T parse(String text) throws BadPemException;
  }
}
