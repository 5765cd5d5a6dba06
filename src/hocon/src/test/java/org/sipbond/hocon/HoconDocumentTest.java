package org.sipbond.hocon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.config.ConfigNode;
import org.sipbond.core.config.ConfigReader;
import org.sipbond.core.config.Origin;
import org.sipbond.core.config.Problem;

class HoconDocumentTest {
  private final Path directory;

  HoconDocumentTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Nested
  class TheSampleOfTheProduct {
    private static final String SAMPLE =
        """
        listeners {
          int-udp  = "udp:192.0.2.3:5060"
          int-tcp  = "tcp:192.0.2.5:5060"
          ext-udp  = { bind = "udp:192.0.2.4:5060", advertise = "198.51.100.7:5060" }
          ext-tls6 = "tls:[2001:db8:1234::1]:5061"
        }
        bonds {
          intern = [int-udp, int-tcp]
          extern = { members = [ext-udp, ext-tls6], on-no-match = reject }
        }
        next-hops { pbx = "sip:pbx.internal.example.com", carrier1 = "sip:carrier1.example.com" }
        rules = [
          { from = intern, to = extern, user = "00*", next-hop = carrier1 }
          { from = extern, to = intern, next-hop = pbx }
        ]
        tls { certificate = "sbc.pem", key = "sbc.key" }
        """;

    @Test
    void isAConfiguration() throws IOException {
      AppConfig config = config(document(SAMPLE), Map.of());
      assertThat(config.listeners())
          .extracting(Object::toString)
          .containsExactly(
              "int-udp udp:192.0.2.3:5060",
              "int-tcp tcp:192.0.2.5:5060",
              "ext-udp udp:192.0.2.4:5060 advertised as 198.51.100.7:5060",
              "ext-tls6 tls:[2001:db8:1234::1]:5061");
      assertThat(config.bonds().bonds())
          .extracting(bond -> bond.name() + " " + bond.members().size() + " " + bond.onNoMatch())
          .containsExactly("intern 2 reject", "extern 2 reject");
      assertThat(config.rules().rules())
          .extracting(Object::toString)
          .containsExactly(
              "rule 1 from intern to extern by carrier1 (sip:carrier1.example.com) when user 00*",
              "rule 2 from extern to intern by pbx (sip:pbx.internal.example.com)");
    }

    @Test
    void takesOverridesOfSingleKeys() throws IOException {
      AppConfig config =
          config(
              document(SAMPLE),
              Map.of(
                  "bonds.extern.on-no-match", "fallback: intern",
                  "bonds.intern", "[int-tcp]",
                  "next-hops.pbx", "sip:192.0.2.9",
                  "http.port", "8081"));
      assertThat(config.bonds().bonds())
          .extracting(bond -> bond.name() + " " + bond.members().size() + " " + bond.onNoMatch())
          .containsExactlyInAnyOrder("intern 1 reject", "extern 2 fallback: intern");
      assertThat(config.nextHops().get("pbx")).hasToString("sip:192.0.2.9");
      assertThat(config.http()).hasToString("127.0.0.1:8081");
    }

    @Test
    void namesFileAndLineOrTheDescriptorForEachProblem() throws IOException {
      Path file = document(SAMPLE.replace("[int-udp, int-tcp]", "[int-udp, int-tpc]"));
      assertThat(problems(file, Map.of("http.port", "0", "bonds.extern.members", "[ext-upd]")))
          .containsExactly(
              file
                  + ":8: bonds.intern.2: found \"int-tpc\"; allowed: a listener: int-tcp, int-udp,"
                  + " ext-udp, ext-tls6",
              "sip.xml: bonds.extern.members.1: found \"ext-upd\"; allowed: a listener: ext-udp,"
                  + " int-udp, ext-tls6, int-tcp",
              "sip.xml: http.port: found \"0\"; allowed: a port from 1 to 65535");
    }
  }

  @Nested
  class Values {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
        delimiter = '|',
        value = {
          "00431          | 00431",
          "\"a b\"        | a b",
          "5060           | 5060",
          "1.50           | 1.50",
          "true           | true",
          "\"null\"       | null",
          "30s            | 30s",
          "fallback\": b\" | fallback: b",
        })
    void areTheTextThatWasWritten(String written, String text) throws IOException {
      assertThat(tree("key = " + written).entries())
          .containsEntry("key", new ConfigNode.Scalar(text, new Origin(file().toString(), 1)));
    }

    @Test
    void keepTheOrderOfTheirLinesAndLeaveOutNull() throws IOException {
      ConfigNode.Mapping root =
          tree("zeta = 1\nalpha = [\n null ]\n\"quoted.key\" = 2\ngone = null\nmid { inner = 3 }");
      assertThat(root.entries().keySet()).containsExactly("zeta", "alpha", "quoted.key", "mid");
      assertThat(root.entries().get("alpha"))
          .isEqualTo(
              new ConfigNode.Sequence(
                  List.of(new ConfigNode.Scalar("null", new Origin(file().toString(), 3))),
                  new Origin(file().toString(), 2)));
      assertThat(Optional.ofNullable(root.entries().get("mid")).map(ConfigNode::origin))
          .contains(new Origin(file().toString(), 6));
    }

    @Test
    void mayComeFromTheEnvironmentButNotFromSystemProperties() throws IOException {
      assertThat(tree("path = ${PATH}\nnone = ${?java.version}").entries().keySet())
          .containsExactly("path");
    }
  }

  @Nested
  class Includes {
    @Test
    void areRelativeToTheFileThatIncludes() throws IOException {
      Files.createDirectory(directory.resolve("sites"));
      Files.writeString(directory.resolve("sites/one.conf"), "\n\na = 1\ninclude \"two\"");
      Files.writeString(directory.resolve("sites/two"), "b = 2");
      assertThat(
              tree("include \"sites/one.conf\"\ninclude required(file(\"sites/two\"))").entries())
          .containsEntry(
              "a", new ConfigNode.Scalar("1", new Origin(directory + "/sites/one.conf", 3)))
          .containsEntry("b", new ConfigNode.Scalar("2", new Origin(directory + "/sites/two", 1)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "include \"missing.conf\"                      | missing.conf",
          "include required(\"missing.conf\")            | missing.conf",
          "include \"/etc/hostname\"                     | /etc/hostname",
          "include \"http://example.com/a.conf\"         | http://example.com/a.conf",
          "include url(\"http://example.com/a.conf\")    | http://example.com/a.conf",
          "include classpath(\"reference.conf\")         | reference.conf",
          "a { include file(\"/etc/hostname\") }         | /etc/hostname",
        })
    void areNothingElse(String include, String what) throws IOException {
      Path file = document("x = 1\n" + include);
      assertThat(problems(file, Map.of()))
          .containsExactly(
              file
                  + ":2: include: found \""
                  + what
                  + "\"; allowed: a file by its name relative to this one, and no file within itself");
    }

    @Test
    void endWhenTheyGoRoundInACircle() throws IOException {
      Files.writeString(directory.resolve("other.conf"), "include \"./sipbond.conf\"");
      assertThat(problems(document("include \"other.conf\""), Map.of()))
          .containsExactly(
              directory
                  + "/other.conf:1: include: found \"./sipbond.conf\"; allowed: a file by its name"
                  + " relative to this one, and no file within itself");
    }
  }

  @Nested
  class WhatCannotBeRead {
    @Test
    void isAFileThatIsNotThere() {
      Path missing = directory.resolve("none.conf");
      assertThat(problems(missing, Map.of()))
          .containsExactly(missing + ": file: found no readable file; allowed: a HOCON document");
    }

    @Test
    void isASyntaxErrorWithItsLine() throws IOException {
      Path file = document("listeners {\n  a = \"b\n}\n");
      assertThat(problems(file, Map.of()))
          .singleElement()
          .asString()
          .startsWith(file + ":2: syntax: found ")
          .doesNotContain("\n")
          .endsWith("; allowed: HOCON");
    }

    @Test
    void isASubstitutionOfNothing() throws IOException {
      Path file = document("a = 1\nb = ${nowhere.to.be.found}");
      assertThat(problems(file, Map.of()))
          .singleElement()
          .asString()
          .startsWith(file + ":2: substitution: found ")
          .contains("nowhere.to.be.found");
    }

    @Test
    void isAFileThatRepeatsAKeyWhetherItIsTheDocumentOrIncluded() throws IOException {
      Files.writeString(directory.resolve("other.conf"), "b { c = 1 }\nb.c = 2");
      Path file = document("include \"other.conf\"\nlisteners {\n  a = x\n  a = y\n}\nb.c = 3");
      assertThat(problems(file, Map.of("b.c", "4")))
          .containsExactly(
              directory
                  + "/other.conf:2: b.c: found another value than in line 1; allowed: each key once"
                  + " in a file",
              file
                  + ":4: listeners.a: found another value than in line 3; allowed: each key once in"
                  + " a file");
    }

    @Test
    void isAnOverrideOfNoKey() throws IOException {
      assertThat(problems(document("a = 1"), Map.of("a..b", "1")))
          .containsExactly(
              "sip.xml: a..b: found \"1\"; allowed: a path of keys such as"
                  + " bonds.extern.on-no-match, and text or HOCON");
    }
  }

  private Path file() {
    return directory.resolve("sipbond.conf");
  }

  private Path document(String text) throws IOException {
    return Files.writeString(file(), text);
  }

  private ConfigNode.Mapping tree(String text) throws IOException {
    return (ConfigNode.Mapping)
        HoconDocument.read(document(text))
            .fold(
                root -> root,
                problems -> {
                  throw new AssertionError(problems);
                });
  }

  private static AppConfig config(Path file, Map<String, String> overrides) {
    return HoconDocument.read(file, "sip.xml", overrides)
        .fold(
            root ->
                new ConfigReader(name -> Optional.empty())
                    .read(root)
                    .fold(
                        config -> config,
                        problems -> {
                          throw new AssertionError(problems);
                        }),
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private static List<String> problems(Path file, Map<String, String> overrides) {
    List<Problem> found =
        HoconDocument.read(file, "sip.xml", overrides)
            .fold(
                root ->
                    new ConfigReader(name -> Optional.empty())
                        .read(root)
                        .fold(config -> List.of(), problems -> problems),
                problems -> problems);
    return found.stream().map(Problem::toString).toList();
  }
}
