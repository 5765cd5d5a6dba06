package org.sipbond.sip.boot;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.servlet.ServletContext;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.config.ContainerListeners;
import org.sipbond.core.config.GuardMode;
import org.sipbond.core.config.Problem;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.sip.command.Inspected;
import org.sipbond.sip.observe.CallLog;
import org.sipbond.sip.observe.SendingGuard;
import org.sipbond.sip.outbound.ContainerInterfaces;
import org.sipbond.sip.outbound.OutboundInterface;
import org.sipbond.sip.outbound.OutboundInterfaces;
import org.sipbond.sip.servlet.ClosedReception;
import org.sipbond.sip.servlet.Reception;

/** The application of one servlet context, from its start to its end. */
final class Application {
  private static final String ATTRIBUTE = "org.sipbond.application";

  /** Where the launcher looks for what kept the application from starting, a line each. */
  private static final String PROBLEMS_ATTRIBUTE = "org.sipbond.container.problems";

  /** What the container asks before it sends a message; see {@code src/docs/container.md}. */
  private static final String MAY_SEND = "org.sipbond.container.may-send";

  private static final System.Logger LOG = System.getLogger(Application.class.getName());

  private final ServletContext context;
  private final AppConfig config;
  private final Records records;
  private final CallLog log;
  private final CallControl control;
  private final ManagedApplication managed;

  private Application(
      ServletContext context, AppConfig config, OutboundInterface outbound, Records records) {
    this.context = context;
    this.config = config;
    this.records = records;
    this.log = new CallLog(records.recorder(), Clock.systemUTC());
    this.control = new CallControl(config, outbound, log);
    this.managed =
        new ManagedApplication(
            config,
            log,
            records::counters,
            control.drained(),
            outbound.limitation().stream().toList());
  }

  /**
   * Reads the configuration.
   *
   * @throws IllegalStateException with every problem of the configuration, a line each
   */
  static void start(ServletContext context) {
    AppConfig config =
        Settings.read(context).fold(Function.identity(), problems -> refuse(context, problems));
    OutboundInterface outbound =
        OutboundInterfaces.choose(
            Optional.ofNullable(context.getInitParameter(OutboundInterfaces.PARAMETER)),
            new ContainerInterfaces(context));
    outbound.limitation().ifPresent(text -> LOG.log(System.Logger.Level.WARNING, text));
    Application application =
        new Application(
            context, config, outbound, Records.open(config.database(), Settings.data()));
    context.setAttribute(ATTRIBUTE, application);
    application.managed.register(application.inspected());
  }

  /** The application of a context; empty where it never started. */
  static Optional<Application> in(ServletContext context) {
    return Optional.ofNullable((Application) context.getAttribute(ATTRIBUTE));
  }

  /** Takes calls, if the container has every listener of the configuration. */
  void open() {
    Optional<String> missing =
        ContainerListeners.missing(config.listeners(), new ContainerInterfaces(context).sockets());
    if (missing.isPresent()) {
      LOG.log(System.Logger.Level.ERROR, missing.get());
      context.setAttribute(PROBLEMS_ATTRIBUTE, List.of(missing.get()));
      managed.state(missing.get());
      context.setAttribute(
          Reception.ATTRIBUTE, new ClosedReception("a configured listener is missing"));
    } else {
      guard();
      context.setAttribute(Reception.ATTRIBUTE, control.reception(context));
      managed.state(ApplicationMXBean.RUNNING);
      LOG.log(
          System.Logger.Level.INFO,
          "sipbond takes calls on {0}",
          config.listeners().stream().map(Listener::toString).collect(Collectors.joining(", ")));
    }
  }

  /** Lets the container ask before it sends, where it knows how to. */
  private void guard() {
    if (config.guard() != GuardMode.OFF) {
      Map<String, Listener> listeners =
          config.listeners().stream()
              .collect(Collectors.toMap(Listener::notation, Function.identity()));
      context.setAttribute(
          MAY_SEND,
          new SendingGuard(listeners, control.senders(), config.guard() == GuardMode.BLOCK, log));
    }
  }

  private Inspected inspected() {
    return control.inspected(new LoggedCalls(log, records.archive()));
  }

  /** Leaves the container as it was. */
  void stop() {
    managed.unregister();
    context.setAttribute(Reception.ATTRIBUTE, new ClosedReception("stopping"));
    control.close();
    context.removeAttribute(MAY_SEND);
    log.stop();
    records.close();
    context.removeAttribute(ATTRIBUTE);
  }

  private static AppConfig refuse(ServletContext context, List<Problem> problems) {
    List<String> lines = problems.stream().map(Problem::toString).toList();
    context.setAttribute(PROBLEMS_ATTRIBUTE, lines);
    throw new IllegalStateException(
        "the configuration has problems:\n  " + String.join("\n  ", lines));
  }
}
