package org.sipbond.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipbond.container.command.Console;
import org.sipbond.container.command.ExitCode;
import org.sipbond.management.CommandsMXBean;
import org.sipbond.management.socket.ManagementClient;
import org.sipbond.management.socket.Reply;
import org.sipbond.management.socket.Request;

/** The server of an installation, which may not run. */
final class RunningServer {
  private static final Duration LIMIT = Duration.ofSeconds(CommandsMXBean.LONGEST_SECONDS + 20);

  private final Path socket;
  private final Console console;

  RunningServer(Path socket, Console console) {
    this.socket = socket;
    this.console = console;
  }

  /**
   * Asks, and shows the answer, or why there is none.
   *
   * @return the exit code
   */
  int ask(Output output, String operation, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(output.format());
    try {
      return show(new ManagementClient(socket, LIMIT).ask(new Request(operation, all)));
    } catch (IllegalArgumentException unfit) {
      return console.fail(ExitCode.USAGE, String.valueOf(unfit.getMessage()));
    } catch (SocketException failed) {
      return unreachable(failed);
    } catch (IOException failed) {
      return console.fail(ExitCode.UNAVAILABLE, String.valueOf(failed.getMessage()));
    }
  }

  private int show(Reply reply) {
    String text = reply.text();
    return switch (reply.status()) {
      case OK -> say(ExitCode.OK, text);
      case NEGATIVE -> say(ExitCode.FAILED, text);
      case INVALID -> console.fail(ExitCode.USAGE, text);
      case UNKNOWN ->
          console.fail(ExitCode.UNAVAILABLE, "the server is of another release: " + text);
      case UNAVAILABLE, FAILED -> console.fail(ExitCode.UNAVAILABLE, text);
    };
  }

  private int say(int exitCode, String text) {
    if (!text.isEmpty()) {
      console.say(text);
    }
    return exitCode;
  }

  /** What a killed server left refuses; what another user's server has cannot be seen. */
  private int unreachable(SocketException failed) {
    return failed instanceof ConnectException || Files.notExists(socket)
        ? console.fail(ExitCode.NOT_RUNNING, "sipbond is not running; nobody listens at " + socket)
        : console.fail(
            ExitCode.UNAVAILABLE,
            "cannot ask at " + socket + ": " + failed.getMessage() + "; allowed: its owner");
  }
}
