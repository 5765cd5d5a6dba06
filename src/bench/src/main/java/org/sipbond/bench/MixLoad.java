package org.sipbond.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.relay.LossyRelay;
import org.sipbond.testkit.relay.Weather;
import org.sipbond.testkit.sipp.Sipp;
import org.sipbond.testkit.sipp.SippResult;
import org.sipbond.testkit.sipp.SippRun;

/**
 * All parts of a mix at once.
 *
 * @param rate of each part, in calls a second
 */
record MixLoad(List<Mix.Part> parts, int seconds, int rate, Weather weather) {
  private static final int WARM_UP_SECONDS = 30;
  private static final Duration HOLD = Duration.ofSeconds(1);
  private static final Duration LONG_HOLD = Duration.ofSeconds(8);
  private static final Duration SLACK = Duration.ofMinutes(2);
  private static final Duration BETWEEN_SAMPLES = Duration.ofMinutes(1);

  /** Sessions are let go a minute after their call. */
  private static final Duration LET_GO = Duration.ofMinutes(2);

  /** What both sides counted, part by part. */
  private record Played(List<SippResult> called, List<SippResult> answered) {}

  /** Looks on while it plays. */
  @FunctionalInterface
  private interface Watching {
    void watch(List<SippRun> callers) throws IOException;
  }

  String document() {
    return new MixSite(parts).document();
  }

  /**
   * Plays until the compiler of the server has seen it all, and counts nothing: a cold server is so
   * slow that peers send again, which is a failure to SIPp.
   */
  void warmUp() throws IOException {
    new MixLoad(parts, WARM_UP_SECONDS, 1, weather).play(callers -> {});
  }

  /** Plays it and prints; whether nothing failed and nothing is left. */
  boolean run(Running running, Vitals vitals) throws IOException {
    MixReport report = new MixReport(parts, vitals, running);
    Played played = play(callers -> watch(report, callers));
    boolean idle = awaitIdle(vitals);
    report.print(played.called(), played.answered(), seconds * rate);
    return idle && report.good();
  }

  private Played play(Watching watching) throws IOException {
    MixSite site = new MixSite(parts);
    Deque<Runnable> open = new ArrayDeque<>();
    List<SippRun> callees = new ArrayList<>();
    List<SippRun> callers = new ArrayList<>();
    try {
      for (int part = 0; part < parts.size(); part++) {
        relays(site, part, open);
        callees.add(start(callee(site, part), open));
      }
      for (int part = 0; part < parts.size(); part++) {
        callers.add(start(caller(site, part), open));
      }
      watching.watch(callers);
      return new Played(
          callers.stream().map(SippRun::await).toList(),
          callees.stream().map(SippRun::await).toList());
    } finally {
      open.forEach(Runnable::run);
    }
  }

  private static SippRun start(Sipp plan, Deque<Runnable> open) {
    SippRun run = plan.start();
    open.push(run::close);
    return run;
  }

  private void relays(MixSite site, int part, Deque<Runnable> open) throws IOException {
    if (bad(parts.get(part).in())) {
      open.push(
          LossyRelay.open(
                  site.farDoor(part),
                  site.farCaller(part),
                  site.caller(part),
                  site.door(part),
                  weather)
              ::close);
    }
    if (bad(parts.get(part).out())) {
      open.push(
          LossyRelay.open(
                  site.callee(part),
                  site.exit(part),
                  site.farExit(part),
                  site.farCallee(part),
                  weather)
              ::close);
    }
  }

  private boolean bad(Transport transport) {
    return transport == Transport.UDP && weather.loss() + weather.late() > 0;
  }

  private Sipp caller(MixSite site, int part) {
    Mix.Part which = parts.get(part);
    Sipp plan =
        bad(which.in())
            ? Sipp.caller(which.caller(), which.in(), site.farCaller(part), site.farDoor(part))
                .withContact(site.caller(part))
            : Sipp.caller(which.caller(), which.in(), site.caller(part), site.door(part));
    return calls(plan).withUser(MixSite.user(part));
  }

  private Sipp callee(MixSite site, int part) {
    Mix.Part which = parts.get(part);
    Sipp plan =
        bad(which.out())
            ? Sipp.callee(which.callee(), which.out(), site.farCallee(part))
                .withContact(site.callee(part))
            : Sipp.callee(which.callee(), which.out(), site.callee(part));
    return calls(plan);
  }

  private Sipp calls(Sipp plan) {
    boolean bad = weather.loss() > 0;
    Sipp usual =
        plan.withCalls(seconds * rate, rate)
            .withHold(bad ? LONG_HOLD : HOLD)
            .withLimit(Duration.ofSeconds(seconds).plus(SLACK));
    return bad ? usual.withPatience() : usual;
  }

  /** Prints a line each minute while there are calls. */
  private static void watch(MixReport report, List<SippRun> callers) throws IOException {
    report.head();
    long next = System.nanoTime();
    while (callers.stream().anyMatch(caller -> caller.process().isAlive())) {
      if (System.nanoTime() >= next) {
        report.sample();
        next += BETWEEN_SAMPLES.toNanos();
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    report.sample();
  }

  private static boolean awaitIdle(Vitals vitals) throws IOException {
    long deadline = System.nanoTime() + LET_GO.toNanos();
    while (vitals.sipSessions() > 0 || vitals.applicationSessions() > 0) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
    return vitals.application().getActiveCalls() == 0;
  }
}
