package org.sipbond.container.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a server leaves in the folder run while it runs: its process, and its state once it answers.
 * A process is known by its id and the instant of its start, so that a process that got the same id
 * later is never taken for the server.
 */
final class RunFiles {
  private final Path folder;

  RunFiles(Installation installation) {
    folder = installation.runFolder();
  }

  /** The server's process; empty when none runs, whatever the files say. */
  Optional<ProcessHandle> process() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile());
    if (lines.size() < 2 || !lines.get(0).matches("[0-9]{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0)))
        .filter(RunFiles::isAlive)
        .filter(process -> started(process).equals(lines.get(1)));
  }

  /** What the server says of itself since it answers; empty while it starts. */
  Optional<String> state() throws IOException {
    return Files.exists(stateFile())
        ? Optional.of(Files.readString(stateFile()))
        : Optional.empty();
  }

  /** Says that this process is the server. */
  void claim() throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(stateFile());
    ProcessHandle current = ProcessHandle.current();
    write(pidFile(), current.pid() + "\n" + started(current) + "\n");
  }

  /** Says that the server answers. */
  void answering(String state) throws IOException {
    write(stateFile(), state);
  }

  /** Says that no server runs. */
  void release() throws IOException {
    Files.deleteIfExists(stateFile());
    Files.deleteIfExists(pidFile());
  }

  /** At once, so that nobody reads half of it. */
  private void write(Path file, String text) throws IOException {
    Path draft = folder.resolve(file.getFileName() + ".new");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path pidFile() {
    return folder.resolve("sipbond.pid");
  }

  private Path stateFile() {
    return folder.resolve("sipbond.state");
  }

  /** A process that ended and that nobody has asked for yet is none. */
  private static boolean isAlive(ProcessHandle process) {
    Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
    try {
      return process.isAlive()
          && (!Files.exists(stat) || !Files.readString(stat).matches("(?s).*\\) [ZX] .*"));
    } catch (IOException gone) {
      return false;
    }
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
