package org.sipbond.sip.call;

import java.time.Duration;
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
    END
  }

  private final TimeLimits time;
  private final Map<Wait, Future<?>> running = new EnumMap<>(Wait.class);

  CallTimers(TimeLimits time) {
    this.time = time;
  }

  /** Waits anew. */
  void start(Wait wait, Duration limit, Runnable late) {
    stop(wait);
    running.put(wait, time.after(limit, late));
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
    running.values().forEach(future -> future.cancel(false));
    running.clear();
  }
}
