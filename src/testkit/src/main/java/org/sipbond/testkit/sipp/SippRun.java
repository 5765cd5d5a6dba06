package org.sipbond.testkit.sipp;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sipbond.wire.WireMessage;

/** A SIPp that was started; closing it ends it. */
public final class SippRun implements AutoCloseable {
  static final String STATISTICS = "statistics.csv";
  static final String ERRORS = "errors.log";

  private static final String SCRIPT = "script.xml";
  private static final String SCREEN = "screen.log";
  private static final Duration BIND_LIMIT = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int TAIL = 4_000;
  private static final int KILLED = 137;

  private final Sipp plan;
  private final Path directory;
  private final Process process;

  private SippRun(Sipp plan, Path directory, Process process) {
    this.plan = plan;
    this.directory = directory;
    this.process = process;
  }

  static SippRun launch(Sipp plan, Path directory) throws IOException {
    Path scenario =
        Files.writeString(
            directory.resolve(SCRIPT), plan.script().text(plan.transport(), plan.patient()));
    ProcessBuilder builder = new ProcessBuilder(plan.command(scenario));
    builder.environment().put("TERM", "dumb");
    Process process =
        builder
            .directory(directory.toFile())
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(SCREEN).toFile())
            .start();
    return new SippRun(plan, directory, process);
  }

  /**
   * Waits until SIPp has done its calls, or has reached its own limit. Where even that does not end
   * it, it is killed and the exit code says so.
   */
  public SippResult await() {
    Duration longest = plan.limit().plus(GRACE);
    try {
      if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return result(process.exitValue());
      }
      process.destroyForcibly();
      return result(KILLED);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SippException("interrupted while sipp runs", interrupted);
    } catch (IOException failed) {
      throw new SippException("result of sipp cannot be read", failed);
    }
  }

  /** Its process, so that a benchmark can count its time. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Kills it if it still runs, and removes its files. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      try (var files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      throw new SippException("files of sipp not removed from " + directory, failed);
    }
  }

  void awaitListening() throws IOException {
    long deadline = System.nanoTime() + BIND_LIMIT.toNanos();
    while (!ListeningSockets.has(plan.transport(), plan.local())) {
      if (System.nanoTime() > deadline || endsWithin(BETWEEN_LOOKS)) {
        String said = tail(SCREEN);
        close();
        throw new SippException(
            "sipp does not listen on " + WireMessage.text(plan.local()) + "; it said: " + said);
      }
    }
  }

  private boolean endsWithin(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SippException("interrupted while sipp starts", interrupted);
    }
  }

  private SippResult result(int exitCode) throws IOException {
    Path file = directory.resolve(STATISTICS);
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    Statistics statistics = Statistics.parse(lines);
    String errors = tail(ERRORS);
    return new SippResult(
        exitCode,
        statistics.count("TotalCallCreated"),
        statistics.count("SuccessfulCall(C)"),
        statistics.count("FailedCall(C)"),
        statistics.count("Retransmissions(C)"),
        exitCode == 0 || !errors.isEmpty() ? errors : tail(SCREEN));
  }

  private String tail(String name) throws IOException {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      return "";
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.substring(Math.max(0, text.length() - TAIL)).strip();
  }
}
