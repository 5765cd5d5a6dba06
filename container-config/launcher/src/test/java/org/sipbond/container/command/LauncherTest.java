package org.sipbond.container.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();
  private Installation installation;

  LauncherTest(@TempDir Path folder) {
    installation = new Installation(folder, folder);
  }

  @Test
  void namesItsCommandsWhereItKnowsNone() throws Exception {
    assertThat(launch("begin")).isEqualTo(64);
    assertThat(error.toString(StandardCharsets.UTF_8))
        .startsWith("no command begin; commands are")
        .contains("start", "run", "stop", "status", "version");
  }

  @Test
  void printsItsVersion() throws Exception {
    assertThat(launch("version")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).matches("(?s)sipbond [0-9].*, Java [0-9].*");
  }

  @Test
  void saysThatNothingRuns() throws Exception {
    assertThat(launch("status")).isEqualTo(3);
    assertThat(launch("stop")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("sipbond is not runningsipbond is not running");
  }

  @Test
  void neverTakesAnotherProcessForTheServer() throws Exception {
    Files.createDirectories(installation.runFolder());
    Files.writeString(
        installation.runFolder().resolve("sipbond.pid"),
        ProcessHandle.current().pid() + "\n1970-01-01T00:00:00Z\n");
    assertThat(launch("status")).isEqualTo(3);
  }

  @Test
  void runsNothingWithoutADocument() throws Exception {
    assertThat(launch("run")).isEqualTo(2);
    assertThat(error.toString(StandardCharsets.UTF_8))
        .contains("sipbond.conf")
        .contains("no readable file");
  }

  @Test
  void tellsEveryProblemOfTheDocument() throws Exception {
    document(
        """
        listeners { a = "udp:192.0.2.300:5060" }
        bonds { b = [c] }
        rules = []
        """);
    assertThat(launch("run")).isEqualTo(2);
    assertThat(error.toString(StandardCharsets.UTF_8).lines())
        .hasSizeGreaterThanOrEqualTo(2)
        .anyMatch(line -> line.contains("sipbond.conf:1: listeners.a: found"))
        .anyMatch(line -> line.contains("sipbond.conf:2: bonds.b"));
  }

  @Test
  void leavesNothingBehindWhereASocketCannotBeHad() throws Exception {
    document(
        """
        listeners { ext = "udp:192.0.2.9:5060" }
        bonds { b = [ext] }
        rules = []
        http { port = 25390 }
        """);
    assertThat(launch("run")).isEqualTo(1);
    assertThat(error.toString(StandardCharsets.UTF_8))
        .startsWith("cannot listen on udp:192.0.2.9:5060 (listener ext): address is not on");
    assertThat(installation.runFolder()).isEmptyDirectory();
  }

  @Test
  void runsNothingThatNoCommandCouldReach(@TempDir Path folder) throws Exception {
    Path deep = folder.resolve("d".repeat(120));
    installation = new Installation(folder, deep);
    document(
        """
        listeners { ext = "udp:127.0.25.39:25391" }
        bonds { b = [ext] }
        rules = []
        http { port = 25390 }
        """);
    assertThat(launch("run")).isEqualTo(1);
    assertThat(error.toString(StandardCharsets.UTF_8))
        .startsWith("cannot listen on " + installation.managementSocket() + ": ");
    assertThat(installation.runFolder().resolve("sipbond.pid")).doesNotExist();
  }

  private void document(String text) throws IOException {
    Files.createDirectories(installation.document().resolveSibling("."));
    Files.writeString(installation.document(), text);
  }

  private int launch(String... arguments) throws InterruptedException {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(error, true, StandardCharsets.UTF_8));
    return Launcher.run(installation, console, List.of(arguments));
  }
}
