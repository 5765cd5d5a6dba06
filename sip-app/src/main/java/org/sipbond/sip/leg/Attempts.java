package org.sipbond.sip.leg;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.attempt.AttemptPlan;
import org.sipbond.core.attempt.FailedDestinations;
import org.sipbond.core.attempt.RequestSize;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.decision.LargeRequests;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.net.Destination;
import org.sipbond.core.resolve.LookupFailure;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.sip.observe.CallTrail;

/** The attempts of one call, and what all calls get to know by them. Guarded by its call. */
public final class Attempts {
  private final Function<Destination, Selection> select;
  private final FailedDestinations failed;
  private final CallTrail trail;
  private AttemptPlan plan = AttemptPlan.of(List.of());
  private Optional<AttemptFailure> last = Optional.empty();
  private Optional<Refusal> refusal = Optional.empty();

  /**
   * @param select asks the egress bond
   */
  public Attempts(
      Function<Destination, Selection> select, FailedDestinations failed, CallTrail trail) {
    this.select = destination -> trail.selected(select.apply(destination));
    this.failed = failed;
    this.trail = trail;
  }

  /** All that may be tried, in order; a large request has another one. */
  public void located(Resolution.Located located, RequestSize size) {
    Resolution.Located ordered = LargeRequests.order(located, size);
    trail.located(ordered, size);
    plan = AttemptPlan.of(ordered.destinations());
  }

  /** There is nothing to try. */
  public void unlocated(LookupFailure failure) {
    refusal = Optional.of(Refusal.of(failure));
  }

  /** Something that should never happen did. */
  public void broken() {
    refusal = Optional.of(Refusal.INTERNAL);
  }

  /** The next one; empty where {@link #refusal} says why there is none. */
  public Optional<Attempt> next() {
    return plan.next(select, failed)
        .fold(
            this::go,
            none -> {
              refusal = Optional.of(Refusal.of(none));
              return Optional.empty();
            },
            exhausted -> Optional.empty());
  }

  private Optional<Attempt> go(Attempt attempt, AttemptPlan rest) {
    plan = rest;
    last.ifPresent(trail::failover);
    trail.tried(attempt);
    return Optional.of(attempt);
  }

  /** The same one once more. */
  Attempt again(Attempt attempt) {
    trail.tried(attempt);
    return attempt;
  }

  /** Whether there is more to try, as far as can be said without asking the bond. */
  public boolean more() {
    return !plan.left().isEmpty();
  }

  /** The attempt failed. */
  public void failed(Attempt attempt, AttemptFailure why) {
    plan = plan.failed(attempt, why, failed);
    note(why);
  }

  /** The attempt failed, and the peer says how long it wants to be left alone. */
  public void failed(Attempt attempt, AttemptFailure why, Duration retryAfter) {
    plan = plan.failed(attempt, why, retryAfter, failed);
    note(why);
  }

  private void note(AttemptFailure why) {
    last = Optional.of(why);
    trail.failed(why);
  }

  /** The destination is alive: it said something, if only 100. */
  public void alive(Attempt attempt) {
    failed.answered(attempt.destination());
  }

  /** The attempt has its final answer, which stands. */
  public void answered(Attempt attempt, int status) {
    alive(attempt);
    trail.answered(status);
  }

  /** The attempt is over before its destination said anything, by the caller's will. */
  public void released(Attempt attempt) {
    failed.released(attempt.destination());
    trail.cancelled();
  }

  /** What the caller is answered where nothing of the callee can be passed on. */
  public Refusal refusal() {
    return refusal
        .or(() -> last.map(Refusal::of))
        .orElseGet(() -> Refusal.of(AttemptFailure.TRANSPORT_ERROR));
  }
}
