package org.sipbond.sip.call;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.sipbond.sip.leg.TimeLimits;

/** What a call does not wait for forever. Guarded by its call. */
final class CallTimers {
  /** What is waited for. */
  enum Wait {
    /** The caller's PRACK. */
    PRACK,
    /** The callee's answer. */
    ANSWER,
    /** The end of an answered call. */
    END,
    /** The next thing to be done on the caller's leg. */
    CALLER_LEG,
    /** The same on the callee's. */
    CALLEE_LEG
  }

  private final TimeLimits time;
  private final Map<Wait, Future<?>> running = new EnumMap<>(Wait.class);
  private boolean over;

  CallTimers(TimeLimits time) {
    this.time = time;
  }

  /** Waits anew; not after the call. */
  void start(Wait wait, Duration limit, Runnable late) {
    stop(wait);
    if (!over) {
      running.put(wait, time.after(limit, late));
    }
  }

  /** Waits anew until then, by the clock of {@link TimeLimits}. */
  void startUntil(Wait wait, Instant then, Runnable late) {
    start(wait, Duration.between(TimeLimits.now(), then), late);
  }

  /** Waits, unless it is waited already. */
  void startOnce(Wait wait, Duration limit, Runnable late) {
    if (!running.containsKey(wait)) {
      start(wait, limit, late);
    }
  }

  void stop(Wait wait) {
    Optional.ofNullable(running.remove(wait)).ifPresent(future -> future.cancel(false));
  }

  /** The call is over. */
  void stop() {
    over = true;
    running.values().forEach(future -> future.cancel(false));
    running.clear();
  }
}
