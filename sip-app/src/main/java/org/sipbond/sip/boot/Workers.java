package org.sipbond.sip.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The application's own threads, so that none of the container's waits: two go on where DNS has
 * answered, one minds the clock, and up to 64 wait for connections.
 */
final class Workers implements AutoCloseable {
  private static final int LOCATING = 2;

  /** How many connections are being made at once, and how many more calls may wait for that. */
  private static final int CONNECTING = 64;

  private static final int WAITING = 1000;
  private static final int IDLE_SECONDS = 30;

  /** For what is done after a connection has failed. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  /** Those that have not ended, as far as is known. */
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  private final ExecutorService locating =
      Executors.newFixedThreadPool(LOCATING, named("sipbond-locating-"));
  private final ScheduledExecutorService timer = newTimer();
  private final ExecutorService connecting = newConnecting();

  private final Duration ending;

  /**
   * @param connectTimeout how long a connection may take to open, and as long again for TLS
   */
  Workers(Duration connectTimeout) {
    ending = connectTimeout.multipliedBy(2).plus(MARGIN);
    wakeTimerOfTheJdk();
  }

  /**
   * Begins the one thread by which the JDK times its futures, which never ends: with the loader of
   * the JDK, or it would hold on to this application's.
   */
  private static void wakeTimerOfTheJdk() {
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    current.setContextClassLoader(ClassLoader.getSystemClassLoader());
    try {
      CompletableFuture.delayedExecutor(0, TimeUnit.SECONDS, Runnable::run).execute(() -> {});
    } finally {
      current.setContextClassLoader(own);
    }
  }

  ExecutorService locating() {
    return locating;
  }

  ScheduledExecutorService timer() {
    return timer;
  }

  ExecutorService connecting() {
    return connecting;
  }

  private ScheduledExecutorService newTimer() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, named("sipbond-timer-"));
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private ExecutorService newConnecting() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            CONNECTING,
            CONNECTING,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            named("sipbond-connecting-"));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      threads.removeIf(one -> one.getState() == Thread.State.TERMINATED);
      threads.add(thread);
      return thread;
    };
  }

  /**
   * Begins nothing more, and gives up what is under way. Waits for the threads, so that none of
   * them outlives the application; one that is connecting ends with its time limit.
   */
  @Override
  public void close() {
    List.of(locating, timer, connecting).forEach(ExecutorService::shutdownNow);
    Instant end = Instant.now().plus(ending);
    try {
      // Not awaitTermination: that comes back when the last thread is about to end, and the
      // container complains of threads that have not ended.
      for (Thread thread : threads) {
        thread.join(Math.max(1, Duration.between(Instant.now(), end).toMillis()));
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
