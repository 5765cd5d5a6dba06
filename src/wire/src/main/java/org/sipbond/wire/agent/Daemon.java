package org.sipbond.wire.agent;

/** Threads that never keep a process alive. */
final class Daemon {
  private static final long END_MILLIS = 5_000;

  private Daemon() {}

  static Thread start(String name, Runnable work) {
    Thread thread = thread(name, work);
    thread.start();
    return thread;
  }

  /**
   * Waits for threads whose socket was closed: while one still is in a system call, the kernel
   * keeps the socket open.
   */
  static void awaitEnd(Iterable<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join(END_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
