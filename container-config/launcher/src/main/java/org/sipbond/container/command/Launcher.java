package org.sipbond.container.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** What {@code bin/sipbond} starts. */
public final class Launcher {
  private Launcher() {}

  /** Runs the command that the first argument names and ends the process with its exit code. */
  public static void main(String[] arguments) throws InterruptedException {
    Console console = new Console(System.out, System.err);
    System.exit(run(Installation.ofThisProcess(), console, Arrays.asList(arguments)));
  }

  static int run(Installation installation, Console console, List<String> arguments)
      throws InterruptedException {
    List<Command> commands = commands();
    String asked = arguments.isEmpty() ? "" : arguments.get(0);
    for (Command command : commands) {
      if (command.name().equals(asked)) {
        return run(command, installation, console, arguments.subList(1, arguments.size()));
      }
    }
    String known =
        commands.stream()
            .map(command -> "  " + command.name() + "\t" + command.purpose())
            .collect(Collectors.joining("\n"));
    return console.fail(
        ExitCode.USAGE,
        (asked.isEmpty() ? "no command" : "no command " + asked) + "; commands are\n" + known);
  }

  private static int run(
      Command command, Installation installation, Console console, List<String> arguments)
      throws InterruptedException {
    try {
      return command.run(installation, console, arguments);
    } catch (IOException e) {
      return console.fail(ExitCode.FAILED, "cannot " + command.name() + " sipbond: " + e);
    }
  }

  private static List<Command> commands() {
    List<Command> commands =
        new ArrayList<>(
            List.of(
                new StartCommand(),
                new RunCommand(),
                new StopCommand(),
                new StatusCommand(),
                new VersionCommand()));
    ServiceLoader.load(Command.class).forEach(commands::add);
    return commands;
  }
}
