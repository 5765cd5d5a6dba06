package org.sipbond.container.command;

/** What the shell learns. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /**
   * Not done: a socket cannot be had, an application does not start, it is running already. Or
   * asked, and the answer is no.
   */
  public static final int FAILED = 1;

  /** The configuration has problems. */
  public static final int CONFIGURATION = 2;

  /** Not running. As the Linux Standard Base has it for init scripts. */
  public static final int NOT_RUNNING = 3;

  /** No such command, or not with these arguments. As sysexits.h has it. */
  public static final int USAGE = 64;

  /** A server runs, but gives no answer: its application is not there, or broke. The same. */
  public static final int UNAVAILABLE = 69;

  private ExitCode() {}
}
