package org.sipbond.core.attempt;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a destination is tried in its turn, or after all the others, and why. */
public sealed interface Turn {

  /** Calls the function of this case. */
  <T> T fold(
      Supplier<T> inTurn,
      Function<Unanswered, T> unanswered,
      Function<FailedDestination, T> failed);

  /** Whether it is tried in its turn. */
  default boolean now() {
    return fold(() -> true, unanswered -> false, failed -> false);
  }

  /** Nothing speaks against it. */
  record InTurn() implements Turn {
    @Override
    public <T> T fold(
        Supplier<T> inTurn,
        Function<Unanswered, T> unanswered,
        Function<FailedDestination, T> failed) {
      return inTurn.get();
    }

    /** {@code in turn}. */
    @Override
    public String toString() {
      return "in turn";
    }
  }

  /**
   * Another call waits for its first answer, and has waited for too long.
   *
   * @param since when that attempt began
   */
  record Unanswered(Instant since) implements Turn {
    @Override
    public <T> T fold(
        Supplier<T> inTurn,
        Function<Unanswered, T> unanswered,
        Function<FailedDestination, T> failed) {
      return unanswered.apply(this);
    }

    /** {@code last, unanswered since 2026-11-21T10:00:00Z}. */
    @Override
    public String toString() {
      return "last, unanswered since " + since;
    }
  }

  /** It failed, and its time is not over. */
  record Failed(FailedDestination how) implements Turn {
    @Override
    public <T> T fold(
        Supplier<T> inTurn,
        Function<Unanswered, T> unanswered,
        Function<FailedDestination, T> failed) {
      return failed.apply(how);
    }

    /** {@code last until 2026-11-21T10:04:00Z, after timeout at 2026-11-21T10:00:00Z}. */
    @Override
    public String toString() {
      return "last until " + how.until() + ", after " + how.why() + " at " + how.since();
    }
  }
}
