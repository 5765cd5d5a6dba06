package org.sipbond.container.command;

/** What the shell learns. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /** Not done: a socket cannot be had, an application does not start, it is running already. */
  public static final int FAILED = 1;

  /** The configuration has problems. */
  public static final int CONFIGURATION = 2;

  /** Status: not running. As the Linux Standard Base has it for init scripts. */
  public static final int NOT_RUNNING = 3;

  /** No such command. */
  public static final int USAGE = 64;

  private ExitCode() {}
}
