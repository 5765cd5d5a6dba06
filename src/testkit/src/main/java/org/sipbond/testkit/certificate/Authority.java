package org.sipbond.testkit.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.sipbond.core.tls.BadPemException;

/** A certificate authority of a test. Needs the program openssl. */
public final class Authority {
  private static final List<String> NEW_KEY =
      List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes");
  private static final String A_DAY = "1";
  private static final String A_DAY_AGO = "-1";

  private final Path folder;
  private final String name;

  private Authority(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** A new authority; its files, and those of what it issues, are in the folder. */
  public static Authority in(Path folder, String name) throws IOException {
    Authority made = new Authority(folder, name);
    List<String> arguments = new ArrayList<>(List.of("req", "-x509", "-days", A_DAY));
    arguments.addAll(NEW_KEY);
    arguments.addAll(List.of("-keyout", made.file(".key").toString()));
    arguments.addAll(List.of("-out", made.certificate().toString(), "-subj", "/CN=" + name));
    made.openssl(arguments);
    return made;
  }

  /** Its own certificate, to be trusted. */
  public Path certificate() {
    return file(".pem");
  }

  /** TLS without a certificate, and trust in this authority. */
  public SSLContext trusting() {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      return Issued.context(store, certificate());
    } catch (IOException | GeneralSecurityException | BadPemException e) {
      throw new IllegalStateException("no tls with trust in " + certificate(), e);
    }
  }

  /**
   * A certificate that is good for a day.
   *
   * @param file the name of its files, without extension; those that are there are replaced
   * @param alternativeNames as openssl writes them: {@code DNS:pbx.example.com, IP:127.0.0.1}
   */
  public Issued issue(String file, String alternativeNames) throws IOException {
    return issue(file, alternativeNames, A_DAY);
  }

  /** A certificate that ended a day ago. */
  public Issued issueExpired(String file, String alternativeNames) throws IOException {
    return issue(file, alternativeNames, A_DAY_AGO);
  }

  private Issued issue(String file, String alternativeNames, String days) throws IOException {
    Issued made = new Issued(folder.resolve(file + ".pem"), folder.resolve(file + ".key"));
    Path request = folder.resolve(file + ".csr");
    Path extensions = folder.resolve(file + ".ext");
    Files.writeString(extensions, "subjectAltName=" + alternativeNames);
    List<String> asking = new ArrayList<>(List.of("req"));
    asking.addAll(NEW_KEY);
    asking.addAll(List.of("-keyout", made.key().toString(), "-out", request.toString()));
    asking.addAll(List.of("-subj", "/O=Example"));
    openssl(asking);
    List<String> signing = new ArrayList<>(List.of("x509", "-req", "-in", request.toString()));
    signing.addAll(List.of("-CA", certificate().toString(), "-CAkey", file(".key").toString()));
    signing.addAll(List.of("-CAcreateserial", "-days", days));
    signing.addAll(List.of("-extfile", extensions.toString()));
    signing.addAll(List.of("-out", made.certificate().toString()));
    openssl(signing);
    return made;
  }

  private Path file(String extension) {
    return folder.resolve(name + extension);
  }

  private void openssl(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(String.join(" ", command) + " was interrupted", e);
    }
  }
}
