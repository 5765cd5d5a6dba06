package org.sipbond.core.attempt;

import java.time.Instant;
import java.util.Optional;

/** What is known of one destination. Nothing at all is known of those that answer. */
sealed interface Health {

  /** Whether a call goes there in its turn; else it goes elsewhere first. */
  boolean inTurn(Instant now, FailureTimes times);

  /** What is known when an attempt begins now. */
  Health begun(Instant now);

  /** What is known when an attempt ends without a word about the destination; empty for nothing. */
  Optional<Health> released();

  /** The failure that it comes last for. */
  Optional<FailedDestination> failure();

  /** Why it is not tried in its turn, as long as it is not. */
  Turn turn();

  /** An attempt is under way, the oldest of those without an answer since then. */
  record Waiting(Instant since) implements Health {
    @Override
    public boolean inTurn(Instant now, FailureTimes times) {
      return now.isBefore(since.plus(times.patience()));
    }

    @Override
    public Health begun(Instant now) {
      return this;
    }

    @Override
    public Optional<Health> released() {
      return Optional.empty();
    }

    @Override
    public Optional<FailedDestination> failure() {
      return Optional.empty();
    }

    @Override
    public Turn turn() {
      return new Turn.Unanswered(since);
    }
  }

  /** It failed, and nobody tries it. */
  record Failed(FailedDestination how) implements Health {
    @Override
    public boolean inTurn(Instant now, FailureTimes times) {
      return !now.isBefore(how.until());
    }

    @Override
    public Health begun(Instant now) {
      return now.isBefore(how.until()) ? this : new Probed(how, now);
    }

    @Override
    public Optional<Health> released() {
      return Optional.of(this);
    }

    @Override
    public Optional<FailedDestination> failure() {
      return Optional.of(how);
    }

    @Override
    public Turn turn() {
      return new Turn.Failed(how);
    }
  }

  /** It failed, its time is over, and one call tries it. */
  record Probed(FailedDestination how, Instant since) implements Health {
    @Override
    public boolean inTurn(Instant now, FailureTimes times) {
      return !now.isBefore(since.plus(times.probe()));
    }

    @Override
    public Health begun(Instant now) {
      return new Probed(how, now);
    }

    @Override
    public Optional<Health> released() {
      return Optional.of(new Failed(how));
    }

    @Override
    public Optional<FailedDestination> failure() {
      return Optional.of(how);
    }

    @Override
    public Turn turn() {
      return new Turn.Unanswered(since);
    }
  }
}
