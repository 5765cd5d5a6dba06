package org.sipbond.core.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.net.Destination;

/**
 * The destinations of one request that are left, in order. Each is selected for afresh when its
 * turn comes, so that a bond goes from one member to another within a call; each is attempted at
 * most once, and those that failed lately, for this call or another, come last.
 *
 * @param left not yet attempted
 * @param tried those that failed, and those that no member could send to
 */
public record AttemptPlan(List<Destination> left, List<Tried> tried) {

  public AttemptPlan {
    left = List.copyOf(left);
    tried = List.copyOf(tried);
  }

  /** All of them, as a resolution gives them. */
  public static AttemptPlan of(List<Destination> destinations) {
    return new AttemptPlan(destinations, List.of());
  }

  /**
   * The next attempt. It counts as begun: say {@link FailedDestinations#answered} or {@link
   * #failed} when it is over.
   *
   * @param select asks the bond; see {@code Bonds.select}
   */
  public NextAttempt next(Function<Destination, Selection> select, FailedDestinations failed) {
    List<Destination> open = new ArrayList<>(left);
    List<Selection.NoMember> refusals = new ArrayList<>();
    while (!open.isEmpty()) {
      Destination next = failed.begin(open);
      open.remove(next);
      Optional<Attempt> attempt =
          select
              .apply(next)
              .fold(
                  chosen -> Optional.of(new Attempt(chosen)),
                  noMember -> {
                    failed.released(next);
                    refusals.add(noMember);
                    return Optional.empty();
                  });
      if (attempt.isPresent()) {
        return new NextAttempt.Go(attempt.get(), new AttemptPlan(open, with(refusals)));
      }
    }
    return tried.isEmpty() && !refusals.isEmpty()
        ? new NextAttempt.Refused(refusals)
        : new NextAttempt.Exhausted(with(refusals));
  }

  private List<Tried> with(List<Selection.NoMember> refusals) {
    return Stream.concat(
            tried.stream(),
            refusals.stream().map(none -> new Tried(none.destination(), none.reason())))
        .toList();
  }

  /** The same plan after an attempt that failed; the failure is for all calls to know. */
  public AttemptPlan failed(Attempt attempt, AttemptFailure why, FailedDestinations failed) {
    failed.failed(attempt.destination(), why);
    return after(attempt, why);
  }

  /**
   * The same where the destination says how long it wants to come last.
   *
   * @param last such as Retry-After of a 503 says (RFC 3261 §21.5.4)
   */
  public AttemptPlan failed(
      Attempt attempt, AttemptFailure why, Duration last, FailedDestinations failed) {
    failed.failed(attempt.destination(), why, last);
    return after(attempt, why);
  }

  private AttemptPlan after(Attempt attempt, AttemptFailure why) {
    List<Tried> more = new ArrayList<>(tried);
    more.add(new Tried(attempt.destination(), why.label()));
    return new AttemptPlan(
        why == AttemptFailure.UNAVAILABLE ? without(attempt.destination()) : left, more);
  }

  /** A server that says 503 says so by every transport: RFC 3263 §4.3 goes on to another server. */
  private List<Destination> without(Destination server) {
    return left.stream()
        .filter(other -> !other.address().equals(server.address()) || other.port() != server.port())
        .toList();
  }
}
