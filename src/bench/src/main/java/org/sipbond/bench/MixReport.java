package org.sipbond.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipbond.testkit.sipp.SippResult;

/** Prints how a mix goes and how it went. For one thread. */
final class MixReport {
  private static final int IDLE = 4;
  private static final int TICKS_PER_SECOND = 100;

  private final List<Mix.Part> parts;
  private final Vitals vitals;
  private final Running running;
  private final long start = System.nanoTime();
  private long lastTime = start;
  private Duration lastCpu;
  private long lastIdle;
  private boolean failed;

  MixReport(List<Mix.Part> parts, Vitals vitals, Running running) throws IOException {
    this.parts = parts;
    this.vitals = vitals;
    this.running = running;
    this.lastCpu = usage().cpu();
    this.lastIdle = idleTicks();
  }

  void head() {
    System.out.println(
        "| s | server cores | idle cores | RSS MiB | live heap MiB | application sessions | SIP sessions | calls |");
    System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  }

  /** One line: since the last one, and now. */
  void sample() throws IOException {
    long now = System.nanoTime();
    double elapsed = Math.max(1e-9, (now - lastTime) / 1e9);
    Usage usage = usage();
    long idle = idleTicks();
    System.out.printf(
        "| %d | %.2f | %.2f | %d | %d | %d | %d | %d |%n",
        (now - start) / 1_000_000_000L,
        usage.cpu().minus(lastCpu).toMillis() / 1e3 / elapsed,
        (idle - lastIdle) / (double) TICKS_PER_SECOND / elapsed,
        usage.residentKib() / 1024,
        vitals.liveHeapKib() / 1024,
        vitals.applicationSessions(),
        vitals.sipSessions(),
        vitals.application().getActiveCalls());
    lastTime = now;
    lastCpu = usage.cpu();
    lastIdle = idle;
  }

  /** How each part went, and what is left. */
  void print(List<SippResult> called, List<SippResult> answered, int calls) throws IOException {
    System.out.println();
    System.out.println("| part | way | calls | failed, caller | failed, callee | sent again |");
    System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
    StringBuilder errors = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      SippResult caller = called.get(i);
      SippResult callee = answered.get(i);
      System.out.printf(
          "| %s | %s | %d | %d | %d | %d |%n",
          parts.get(i).title(),
          parts.get(i).way(),
          caller.successful(),
          caller.failed(),
          callee.failed(),
          caller.retransmissions() + callee.retransmissions());
      for (SippResult each : List.of(caller, callee)) {
        if (!each.allSuccessful(calls)) {
          failed = true;
          errors.append("\n").append(parts.get(i).title()).append(": ").append(each);
        }
      }
    }
    System.out.println(errors);
    left();
  }

  private void left() throws IOException {
    System.out.printf(
        "%nleft: %d application sessions, %d SIP sessions, %d calls; live heap %d MiB%n",
        vitals.applicationSessions(),
        vitals.sipSessions(),
        vitals.application().getActiveCalls(),
        vitals.liveHeapKib() / 1024);
    Map<String, Long> counters = new TreeMap<>(vitals.application().getCounters());
    counters.forEach((name, value) -> System.out.println(name + " " + value));
  }

  /** Whether all calls were successful on both sides. */
  boolean good() {
    return !failed;
  }

  private Usage usage() {
    return Usage.of(running.process().toHandle());
  }

  /** Of all cores together, since the machine started. */
  private static long idleTicks() throws IOException {
    String cpu = Files.readAllLines(Path.of("/proc/stat")).get(0);
    return Long.parseLong(cpu.split("\\s+", -1)[IDLE]);
  }
}
