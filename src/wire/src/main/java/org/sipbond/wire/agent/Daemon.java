package org.sipbond.wire.agent;

/** Threads that never keep a process alive. */
final class Daemon {
  private Daemon() {}

  static void start(String name, Runnable work) {
    thread(name, work).start();
  }

  static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
