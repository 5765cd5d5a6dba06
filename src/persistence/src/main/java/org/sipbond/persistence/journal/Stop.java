package org.sipbond.persistence.journal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells threads to come to an end, and lets them wait for that. */
final class Stop {
  private final CountDownLatch latch = new CountDownLatch(1);

  /** From now on. */
  void now() {
    latch.countDown();
  }

  /** Whether it is time. */
  boolean isNow() {
    return latch.getCount() == 0;
  }

  /** Waits so long, or until it is time. */
  void pause(Duration longest) throws InterruptedException {
    latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}
