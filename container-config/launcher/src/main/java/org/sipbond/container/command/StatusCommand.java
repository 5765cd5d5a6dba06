package org.sipbond.container.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Says whether the server runs, and what it listens on. */
final class StatusCommand implements Command {
  @Override
  public String name() {
    return "status";
  }

  @Override
  public String purpose() {
    return "print version, process, listeners and applications";
  }

  @Override
  public int run(Installation installation, Console console, List<String> arguments)
      throws IOException {
    RunFiles files = new RunFiles(installation);
    Optional<ProcessHandle> process = files.process();
    if (process.isEmpty()) {
      console.say("sipbond is not running");
      return ExitCode.NOT_RUNNING;
    }
    console.say(
        files.state().orElse("sipbond is starting or stopping, pid " + process.get().pid()));
    return ExitCode.OK;
  }
}
