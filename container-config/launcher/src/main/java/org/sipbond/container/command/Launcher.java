package org.sipbond.container.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    Console console = new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    System.exit(run(Installation.ofThisProcess(), console, Arrays.asList(arguments)));
  }

  /** Whatever the locale: explanations draw their trees with characters that ASCII lacks. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
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
            .map(command -> "  %-10s %s".formatted(command.name(), command.purpose()))
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
