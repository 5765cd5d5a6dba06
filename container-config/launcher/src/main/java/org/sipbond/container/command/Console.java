package org.sipbond.container.command;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;

/** The two streams of a command. What failed is one line each on the second. */
public final class Console {
  private final PrintStream out;
  private final PrintStream error;

  /** A console on two streams. */
  public Console(PrintStream out, PrintStream error) {
    this.out = out;
    this.error = error;
  }

  /** Says what was asked for. */
  public void say(String text) {
    out.println(text);
  }

  /** Says what failed; the exit code that belongs to it. */
  public int fail(int exitCode, String problem) {
    return fail(exitCode, List.of(problem));
  }

  /** Says everything that failed; the exit code that belongs to it. */
  public int fail(int exitCode, Collection<String> problems) {
    problems.forEach(error::println);
    return exitCode;
  }
}
