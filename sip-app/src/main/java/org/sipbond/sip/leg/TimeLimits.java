package org.sipbond.sip.leg;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says when time is up. What is to be done then may send, and so wait for a connection: it is run
 * on a thread that may be blocked. Free for any thread.
 */
public final class TimeLimits {
  private final ScheduledExecutorService timer;
  private final Executor workers;

  /**
   * @param timer its thread must not be blocked
   * @param workers their threads may be blocked; may reject
   */
  public TimeLimits(ScheduledExecutorService timer, Executor workers) {
    this.timer = timer;
    this.workers = workers;
  }

  /** Runs {@code action} when that time has passed; cancel what is returned to keep it from it. */
  public Future<?> after(Duration time, Runnable action) {
    return timer.schedule(() -> run(action), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What time it is by a clock that never jumps; it does not tell the date. */
  public static Instant now() {
    return Instant.EPOCH.plusNanos(System.nanoTime());
  }

  private void run(Runnable action) {
    try {
      workers.execute(action);
    } catch (RejectedExecutionException full) {
      // Better that other limits come late than that this one never comes.
      action.run();
    }
  }

  /** Keeps all these from happening; what runs already goes on. */
  public static void stop(List<Future<?>> limits) {
    limits.forEach(limit -> limit.cancel(false));
  }
}
