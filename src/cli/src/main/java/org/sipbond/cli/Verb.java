package org.sipbond.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sipbond.container.command.Command;
import org.sipbond.container.command.Console;
import org.sipbond.container.command.ExitCode;
import org.sipbond.container.command.Installation;
import picocli.CommandLine;

/**
 * A command that asks the running application. Its name, purpose and arguments are picocli's
 * annotations: of the class where it takes no further word, of one method for each where it does.
 */
abstract class Verb implements Command {
  private @Nullable RunningServer server;

  @Override
  public final String name() {
    return annotation().name();
  }

  @Override
  public final String purpose() {
    return String.join(" ", annotation().description());
  }

  @Override
  public final int run(Installation installation, Console console, List<String> arguments) {
    server = new RunningServer(installation.managementSocket(), console);
    StringWriter help = new StringWriter();
    CommandLine line = new CommandLine(this).setCommandName("sipbond " + name());
    helping(line);
    line.getSubcommands().values().forEach(Verb::helping);
    int exitCode =
        line.setOut(new PrintWriter(help, true))
            .setParameterExceptionHandler((unfit, all) -> refuse(console, unfit))
            .execute(arguments.toArray(String[]::new));
    if (!help.toString().isEmpty()) {
      console.say(help.toString().stripTrailing());
    }
    return exitCode;
  }

  /** Asks the application and shows the answer; the exit code. */
  final int ask(Output output, String operation, String... arguments) {
    return Objects.requireNonNull(server, "run comes first").ask(output, operation, arguments);
  }

  private static void helping(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("print this")
                .build());
  }

  private static int refuse(Console console, CommandLine.ParameterException unfit) {
    String help = unfit.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    return console.fail(ExitCode.USAGE, unfit.getMessage() + "; see " + help);
  }

  private CommandLine.Command annotation() {
    return Objects.requireNonNull(
        getClass().getAnnotation(CommandLine.Command.class), "every verb is annotated");
  }
}
