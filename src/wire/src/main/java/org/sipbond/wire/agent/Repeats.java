package org.sipbond.wire.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sipbond.wire.SipText;

/**
 * Retransmission: after T1, then after twice as long each time, up to 64 times T1 in all. See RFC
 * 3261 §17.1.1.2, §17.1.2.2 and §13.3.1.4.
 */
final class Repeats implements AutoCloseable {
  static final Duration T1 = Duration.ofMillis(500);
  static final Duration T2 = Duration.ofSeconds(4);
  static final Duration GIVE_UP = T1.multipliedBy(64);

  private final ScheduledExecutorService timer;

  Repeats(String name) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, work -> Daemon.thread(name, work));
    executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    this.timer = executor;
  }

  /** Sends again and again, with no gap longer than {@code longestGap}, until told to stop. */
  Repeat start(Line line, SipText text, Duration longestGap) {
    Repeat repeat = new Repeat();
    schedule(repeat, line, text, longestGap, T1, Duration.ZERO);
    return repeat;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void schedule(
      Repeat repeat, Line line, SipText text, Duration longestGap, Duration gap, Duration since) {
    Duration at = since.plus(gap);
    if (at.compareTo(GIVE_UP) >= 0) {
      return;
    }
    Duration doubled = gap.multipliedBy(2);
    Duration next = doubled.compareTo(longestGap) > 0 ? longestGap : doubled;
    Runnable again =
        () -> {
          if (repeat.send(line, text)) {
            schedule(repeat, line, text, longestGap, next, at);
          }
        };
    var unused = timer.schedule(again, gap.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** One message that is being repeated. */
  static final class Repeat {
    private boolean stopped;

    /** After this returns nothing is sent any more. */
    synchronized void stop() {
      stopped = true;
    }

    private synchronized boolean send(Line line, SipText text) {
      if (!stopped) {
        try {
          line.send(text);
        } catch (IOException gone) {
          stopped = true;
        }
      }
      return !stopped;
    }
  }
}
