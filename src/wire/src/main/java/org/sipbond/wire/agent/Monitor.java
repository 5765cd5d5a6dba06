package org.sipbond.wire.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One lock, and waiting for a condition on what it guards. */
final class Monitor {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Changes something and wakes everybody who waits. */
  void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Reads something under the lock. */
  <T> T read(Supplier<T> value) {
    lock.lock();
    try {
      return value.get();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until {@code found} gives a value; at the limit fails with what {@code missing} says. */
  <T> T await(Duration limit, Supplier<Optional<T>> found, Supplier<String> missing) {
    lock.lock();
    try {
      long left = limit.toNanos();
      Optional<T> value = found.get();
      while (value.isEmpty()) {
        if (left <= 0) {
          throw new NotSeenException(missing.get() + " within " + limit.toMillis() + " ms");
        }
        left = changed.awaitNanos(left);
        value = found.get();
      }
      return value.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new NotSeenException("interrupted while waiting: " + missing.get());
    } finally {
      lock.unlock();
    }
  }

  /** The limit that is meant where a caller names none, in the agent's own waits. */
  static Duration usual() {
    return Duration.ofNanos(TimeUnit.SECONDS.toNanos(5));
  }
}
