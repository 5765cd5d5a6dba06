package org.sipbond.container.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
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
import org.sipbond.management.CommandsMXBean;
import org.sipbond.management.socket.ManagementSocket;
import org.sipbond.management.socket.Operations;

/** Runs the server in this process until the process is told to end. */
final class RunCommand implements Command {
  private static final Duration COMMAND = Duration.ofSeconds(CommandsMXBean.LONGEST_SECONDS + 10);

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
    ConfigResult document = ServerDocument.readWithFiles(installation.document());
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
      ManagementSocket management = listen(installation);
      start(container, management);
      Shutdown shutdown = new Shutdown(container, management, files, config.stop().drainTimeout());
      Runtime.getRuntime().addShutdownHook(new Thread(shutdown, "stop"));
    } catch (ContainerException e) {
      files.release();
      return console.fail(ExitCode.FAILED, e.problems());
    } catch (IOException e) {
      files.release();
      return console.fail(ExitCode.FAILED, String.valueOf(e.getMessage()));
    }
    String state = State.of(container);
    files.answering(state);
    console.say(state);
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  /** Before the application starts: where it cannot be managed, it does not run. */
  private static ManagementSocket listen(Installation installation) throws IOException {
    return ManagementSocket.open(
        installation.managementSocket(),
        new Operations(ManagementFactory.getPlatformMBeanServer()),
        COMMAND);
  }

  private static void start(SipContainer container, ManagementSocket management)
      throws ContainerException, IOException {
    try {
      container.start();
    } catch (ContainerException e) {
      management.close();
      throw e;
    }
  }

  private static SipContainer container(Installation installation, AppConfig config)
      throws IOException {
    SipContainerBuilder builder =
        SipContainer.builder(installation.base())
            .http(config.http().address(), config.http().port());
    installation.applications().forEach(builder::application);
    ConnectionProperties.of(config.connections(), ServerDocument.folder(installation.document()))
        .forEach(builder::stackProperty);
    return config.listenerSource() == ListenerSource.CONTAINER
        ? builder.connectorsFromServerXml().build()
        : builder.listeners(config.listeners()).build();
  }
}
