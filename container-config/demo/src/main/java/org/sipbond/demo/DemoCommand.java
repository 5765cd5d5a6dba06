package org.sipbond.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sipbond.container.ContainerException;
import org.sipbond.container.command.Command;
import org.sipbond.container.command.Console;
import org.sipbond.container.command.ExitCode;
import org.sipbond.container.command.Installation;
import org.sipbond.container.command.Logging;

/** {@code sipbond demo [--once]}. */
public final class DemoCommand implements Command {
  private static final String ONCE = "--once";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String purpose() {
    return "calls across two networks on loopback and says why each socket was taken; "
        + ONCE
        + " ends then";
  }

  @Override
  public int run(Installation installation, Console console, List<String> arguments)
      throws IOException, InterruptedException {
    if (!arguments.isEmpty() && !arguments.equals(List.of(ONCE))) {
      return console.fail(
          ExitCode.USAGE, "demo takes " + arguments + "; allowed: nothing, " + ONCE);
    }
    Installation own = new Installation(installation.home(), installation.base().resolve("demo"));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(asked, closed), "demo-end"));
    if (arguments.contains(ONCE)) {
      asked.countDown();
    }
    Logging.start(own);
    try {
      boolean kept = new Demo(own, console).run(asked);
      return kept ? ExitCode.OK : ExitCode.FAILED;
    } catch (ContainerException failed) {
      return console.fail(ExitCode.FAILED, failed.problems());
    } finally {
      closed.countDown();
    }
  }

  /** Runs when the process is told to end: lets the demo close what it opened, for a while. */
  private static void end(CountDownLatch asked, CountDownLatch closed) {
    asked.countDown();
    try {
      closed.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
