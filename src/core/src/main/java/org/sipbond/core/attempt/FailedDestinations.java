package org.sipbond.core.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipbond.core.bond.ListenerKey;
import org.sipbond.core.net.Destination;

/**
 * Destinations that failed, for all calls to know. A failed one comes last for some minutes and is
 * never dropped; then one call tries it in its turn, and until that call knows more it stays last
 * for the others. One that has been tried for a while without any answer comes last before it has
 * failed. So a dead host costs its timeout once, whatever the number of calls. Fit for any thread.
 */
public final class FailedDestinations {
  private static final int MOST = 10_000;

  private final Clock clock;
  private final FailureTimes times;
  private final Map<ListenerKey, Health> known = new LinkedHashMap<>();

  public FailedDestinations(Clock clock, FailureTimes times) {
    this.clock = clock;
    this.times = times;
  }

  /**
   * The first of {@code destinations} that is in its turn, else the first of all; an attempt at it
   * begins.
   */
  public synchronized Destination begin(List<Destination> destinations) {
    Instant now = clock.instant();
    Destination next =
        destinations.stream()
            .filter(destination -> inTurn(destination, now))
            .findFirst()
            .orElseGet(() -> destinations.get(0));
    put(next, of(next).map(health -> health.begun(now)).orElseGet(() -> new Health.Waiting(now)));
    return next;
  }

  /** The destination answered, if only with 100: it is alive. Not for 503. */
  public synchronized void answered(Destination destination) {
    known.remove(key(destination));
  }

  /** The attempt ended without a word about the destination, as by CANCEL or without a member. */
  public synchronized void released(Destination destination) {
    of(destination)
        .ifPresent(
            health ->
                health
                    .released()
                    .ifPresentOrElse(
                        left -> put(destination, left), () -> known.remove(key(destination))));
  }

  /** The destination failed, and comes last for the usual time. */
  public void failed(Destination destination, AttemptFailure why) {
    failed(destination, why, times.last());
  }

  /**
   * The destination failed, and comes last for some time.
   *
   * @param last such as Retry-After of a 503 says (RFC 3261 §21.5.4)
   */
  public void failed(Destination destination, AttemptFailure why, Duration last) {
    last(destination, why.label(), last);
  }

  /** The destination comes last for the usual time, or until it answers: an operator says so. */
  public void ordered(Destination destination) {
    last(destination, FailedDestination.OPERATOR, times.last());
  }

  private synchronized void last(Destination destination, String why, Duration last) {
    Instant now = clock.instant();
    put(
        destination,
        new Health.Failed(new FailedDestination(destination, why, now, now.plus(last))));
  }

  /** Whether {@code destination} would be tried in its turn now; nothing begins. */
  public synchronized Turn turn(Destination destination) {
    return inTurn(destination, clock.instant())
        ? new Turn.InTurn()
        : of(destination).map(Health::turn).orElseGet(Turn.InTurn::new);
  }

  /** Those that come last, the longest known first. */
  public synchronized List<FailedDestination> list() {
    return known.values().stream().map(Health::failure).flatMap(Optional::stream).toList();
  }

  /** Forgets all. */
  public synchronized void clear() {
    known.clear();
  }

  /** Forgets one; whether it had failed. */
  public synchronized boolean clear(Destination destination) {
    return Optional.ofNullable(known.remove(key(destination))).flatMap(Health::failure).isPresent();
  }

  private boolean inTurn(Destination destination, Instant now) {
    return of(destination).map(health -> health.inTurn(now, times)).orElse(true);
  }

  private Optional<Health> of(Destination destination) {
    return Optional.ofNullable(known.get(key(destination)));
  }

  private void put(Destination destination, Health health) {
    known.put(key(destination), health);
    Iterator<ListenerKey> eldest = known.keySet().iterator();
    while (known.size() > MOST && eldest.hasNext()) {
      eldest.next();
      eldest.remove();
    }
  }

  /** Whatever domain it was found by, it is the same socket. */
  private static ListenerKey key(Destination destination) {
    return new ListenerKey(destination.transport(), destination.address(), destination.port());
  }
}
