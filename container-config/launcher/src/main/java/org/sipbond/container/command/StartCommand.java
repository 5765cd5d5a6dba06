package org.sipbond.container.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs the server in the background; returns when it answers or has failed. */
final class StartCommand implements Command {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 100;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String purpose() {
    return "run the server in the background; returns when it answers";
  }

  @Override
  public int run(Installation installation, Console console, List<String> arguments)
      throws IOException, InterruptedException {
    RunFiles files = new RunFiles(installation);
    Optional<ProcessHandle> running = files.process();
    if (running.isPresent()) {
      return console.fail(
          ExitCode.FAILED, "sipbond is already running, pid " + running.get().pid());
    }
    files.release();
    Files.createDirectories(installation.logs());
    Path output = installation.logs().resolve("console.log");
    Process process =
        new ProcessBuilder(command(installation))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    return await(process, files, output, console);
  }

  /** Without the terminal's hang-up, where the machine has a word for that. */
  private static List<String> command(Installation installation) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/nohup"))) {
      command.add("/usr/bin/nohup");
    }
    command.add(installation.script().toString());
    command.add("run");
    return command;
  }

  private static int await(Process process, RunFiles files, Path output, Console console)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      Optional<String> state = files.state();
      if (state.isPresent()) {
        console.say(state.get());
        return ExitCode.OK;
      }
      if (System.nanoTime() - deadline >= 0) {
        process.destroyForcibly().waitFor();
        files.release();
        return console.fail(
            ExitCode.FAILED,
            "sipbond did not answer within "
                + LIMIT.toSeconds()
                + " s and was ended; see "
                + output);
      }
    }
    int exitCode = process.exitValue();
    return console.fail(
        exitCode == ExitCode.OK ? ExitCode.FAILED : exitCode, Files.readAllLines(output));
  }
}
