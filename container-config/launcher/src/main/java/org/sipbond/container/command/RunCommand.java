package org.sipbond.container.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.sipbond.container.ContainerException;
import org.sipbond.container.SipContainer;
import org.sipbond.container.SipContainerBuilder;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.config.ConfigResult;
import org.sipbond.core.config.ListenerSource;
import org.sipbond.core.config.Problem;

/** Runs the server in this process until the process is told to end. */
final class RunCommand implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String purpose() {
    return "run the server in the foreground";
  }

  @Override
  public int run(Installation installation, Console console, List<String> arguments)
      throws IOException, InterruptedException {
    Optional<ProcessHandle> running = new RunFiles(installation).process();
    if (running.isPresent()) {
      return console.fail(
          ExitCode.FAILED, "sipbond is already running, pid " + running.get().pid());
    }
    ConfigResult document = ServerDocument.read(installation.document());
    Optional<AppConfig> config = document.fold(Optional::of, problems -> Optional.empty());
    if (config.isPresent()) {
      return serve(installation, console, config.get());
    }
    List<String> problems =
        document.fold(valid -> List.of(), found -> found.stream().map(Problem::toString).toList());
    return console.fail(ExitCode.CONFIGURATION, problems);
  }

  private static int serve(Installation installation, Console console, AppConfig config)
      throws IOException, InterruptedException {
    Logging.start(installation);
    SipContainer container = container(installation, config);
    RunFiles files = new RunFiles(installation);
    files.claim();
    try {
      container.start();
    } catch (ContainerException e) {
      files.release();
      return console.fail(ExitCode.FAILED, e.problems());
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(new Shutdown(container, files, config.stop().drainTimeout()), "stop"));
    String state = State.of(container);
    files.answering(state);
    console.say(state);
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  private static SipContainer container(Installation installation, AppConfig config)
      throws IOException {
    SipContainerBuilder builder =
        SipContainer.builder(installation.base())
            .http(config.http().address(), config.http().port());
    installation.applications().forEach(builder::application);
    return config.listenerSource() == ListenerSource.CONTAINER
        ? builder.connectorsFromServerXml().build()
        : builder.listeners(config.listeners()).build();
  }
}
