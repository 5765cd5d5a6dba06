package org.sipbond.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a program to say that it is ready. */
final class Waiting {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int LOOK_EVERY_MILLIS = 50;

  private Waiting() {}

  /** Returns when the program's output holds {@code word}; fails when it ends or takes too long. */
  static void until(Process process, Path output, String word)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!Files.readString(output).contains(word)) {
      boolean ended = process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      if (ended || System.nanoTime() > deadline) {
        throw new IOException("program is not ready; it said: " + Files.readString(output));
      }
    }
  }
}
