package org.sipbond.container.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the server: no new calls, then the running ones may end, then everything is closed. */
final class StopCommand implements Command {
  private static final Duration CLOSING = Duration.ofSeconds(30);
  private static final Duration UNKNOWN_DRAIN = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "stop";
  }

  @Override
  public String purpose() {
    return "end the server when its calls have ended, or after stop.drain-timeout";
  }

  @Override
  public int run(Installation installation, Console console, List<String> arguments)
      throws IOException, InterruptedException {
    Optional<ProcessHandle> process = new RunFiles(installation).process();
    if (process.isEmpty()) {
      console.say("sipbond is not running");
      return ExitCode.OK;
    }
    return stop(process.get(), limit(installation), console);
  }

  private static int stop(ProcessHandle process, Duration limit, Console console)
      throws InterruptedException {
    process.destroy();
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      console.say("sipbond has stopped");
      return ExitCode.OK;
    } catch (TimeoutException | ExecutionException e) {
      return console.fail(
          ExitCode.FAILED,
          "sipbond did not stop within " + limit.toSeconds() + " s; pid " + process.pid());
    }
  }

  /** A document that was broken meanwhile keeps nobody from stopping. */
  private static Duration limit(Installation installation) {
    return ServerDocument.read(installation.document())
        .fold(config -> config.stop().drainTimeout(), problems -> UNKNOWN_DRAIN)
        .plus(CLOSING);
  }
}
