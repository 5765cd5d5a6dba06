package org.sipbond.container.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.core.config.Problem;
import org.sipbond.testkit.certificate.Authority;
import org.sipbond.testkit.certificate.Issued;
import org.sipbond.testkit.program.RequiresProgram;

/** What is told of PEM files that openssl wrote. */
@RequiresProgram("openssl")
class PemFilesTest {
  private static final String KEY =
      "a PKCS #8 key without a password, BEGIN PRIVATE KEY, as written by openssl pkcs8 -topk8"
          + " -nocrypt";

  private final Path folder;
  private final Path document;

  PemFilesTest(@TempDir Path folder) {
    this.folder = folder;
    this.document = folder.resolve("sipbond.conf");
  }

  @BeforeEach
  void certificate() throws IOException {
    Authority authority = Authority.in(folder, "authority");
    Issued own = authority.issue("own", "DNS:sbc.example.com");
    Files.write(folder.resolve("chain.pem"), concat(own.certificate(), authority.certificate()));
    Files.write(folder.resolve("turned.pem"), concat(authority.certificate(), own.certificate()));
    authority.issue("other", "DNS:other.example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"own.pem", "chain.pem"})
  void areGood(String certificate) throws IOException {
    assertThat(problems(certificate, "own.key", "authority.pem")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "ED25519"})
  void areGoodWithAKeyOf(String algorithm) throws Exception {
    List<String> curve =
        algorithm.equals("EC") ? List.of("-pkeyopt", "ec_paramgen_curve:P-256") : List.of();
    openssl(
        List.of(
            "req", "-x509", "-nodes", "-subj", "/CN=a", "-keyout", "a.key", "-out", "a.pem",
            "-newkey", algorithm),
        curve);
    assertThat(problems("a.pem", "a.key", "authority.pem")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a key with a password        | pkcs8 -topk8 -passout pass:x -in own.key -out bad.key
          a key with a password        | ec -aes128 -passout pass:x -in own.key -out bad.key
          BEGIN EC PRIVATE KEY         | ec -in own.key -out bad.key
          BEGIN RSA PRIVATE KEY        | genrsa -traditional -out bad.key 2048
          no key                       | x509 -in own.pem -out bad.key
          """)
  void areNotGoodWith(String found, String command) throws Exception {
    openssl(List.of(command.split(" ")), List.of());
    assertThat(problems("own.pem", "bad.key", "authority.pem"))
        .containsExactly("2: tls.key: found \"bad.key\", " + found + "; allowed: " + KEY);
  }

  @Test
  void areNotGoodWithTheKeyOfAnother() throws Exception {
    assertThat(problems("own.pem", "other.key", "authority.pem"))
        .containsExactly(
            "2: tls.key: found \"other.key\", a key of another certificate; allowed: the key of the"
                + " certificate of O=Example");
    openssl(List.of("genpkey", "-algorithm", "RSA", "-out", "rsa.key"), List.of());
    assertThat(problems("own.pem", "rsa.key", "authority.pem"))
        .containsExactly(
            "2: tls.key: found \"rsa.key\", no EC key; allowed: a key of the algorithm of its"
                + " certificate");
  }

  @Test
  void areNotGoodWithAChainInAnotherOrder() throws IOException {
    assertThat(problems("turned.pem", "own.key", "authority.pem"))
        .containsExactly(
            "2: tls.certificate: found \"turned.pem\", the certificate of O=Example after one that"
                + " CN=authority issued; allowed: a certificate, followed by that of its issuer and"
                + " so on, as PEM");
  }

  @Test
  void areAllToldOf() throws IOException {
    Files.writeString(
        folder.resolve("bad.pem"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assertThat(problems("absent.pem", "own.key", "own.key\", \"bad.pem"))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "2: tls.certificate: found \"absent.pem\", no readable file; allowed: a PEM"
                            + " file in "
                            + folder),
            second ->
                assertThat(second)
                    .isEqualTo(
                        "2: tls.trust.1: found \"own.key\", no certificate; allowed: one or more"
                            + " certificates as PEM"),
            third ->
                assertThat(third)
                    .startsWith(
                        "2: tls.trust.2: found \"bad.pem\", a certificate that cannot be read"));
  }

  private List<String> problems(String certificate, String key, String trust) throws IOException {
    Files.writeString(
        document,
        """
        listeners { a = "tls:127.0.0.1:5061" }
        tls { certificate = "%s", key = "%s", trust = ["%s"] }
        bonds { b = [a] }
        rules = []
        """
            .formatted(certificate, key, trust));
    return ServerDocument.readWithFiles(document)
        .fold(
            valid -> List.of(),
            problems ->
                problems.stream()
                    .map(Problem::toString)
                    .map(text -> text.substring((document + ":").length()))
                    .toList());
  }

  private static byte[] concat(Path first, Path second) throws IOException {
    return (Files.readString(first) + Files.readString(second)).getBytes(StandardCharsets.UTF_8);
  }

  private void openssl(List<String> arguments, List<String> more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(arguments);
    command.addAll(more);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
