package org.sipbond.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One base directory of the assembled distribution, and its script. */
record Server(Path base, Path javaHome) {
  static final Path HOME = Path.of("target", "sipbond").toAbsolutePath();

  /** What a run of the script printed, both streams, and its exit code. */
  record Outcome(int exitCode, String output) {}

  void document(String text) throws IOException {
    Files.createDirectories(base.resolve("conf"));
    Files.writeString(base.resolve("conf").resolve("sipbond.conf"), text);
  }

  Outcome sipbond(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(HOME.resolve("bin/sipbond").toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(base, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME", javaHome.toString(),
                "SIPBOND_BASE", base.toString(),
                "SIPBOND_JAVA_OPTS", "-Xmx256m"));
    int exitCode = builder.start().waitFor();
    return new Outcome(exitCode, Files.readString(output, StandardCharsets.UTF_8).strip());
  }
}
