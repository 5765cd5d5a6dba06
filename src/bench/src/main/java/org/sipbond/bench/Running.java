package org.sipbond.bench;

import java.util.concurrent.TimeUnit;

/** A program that was started for the benchmark; closing it ends it. */
record Running(Process process) implements AutoCloseable {
  private static final int SECONDS_TO_END = 60;

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
