package org.sipbond.core.bond;

import java.util.Optional;
import java.util.function.Function;
import org.sipbond.core.bond.Rejection.Cause;
import org.sipbond.core.net.Destination;

/**
 * What rules members of a bond out for a destination.
 *
 * @param route why the kernel would not send from a listener; empty where it would, or where the
 *     bond does not ask
 */
record Obstacles(
    Bond bond,
    Destination destination,
    Usability usable,
    Function<Listener, Optional<String>> route) {

  /** Asks the kernel once, and only where the bond wants it and a member could send. */
  static Obstacles of(Bond bond, Destination destination, Usability usable, SourceRoutes routes) {
    Capability needed = Capability.neededBy(destination);
    boolean asks =
        bond.autoRoute()
            && bond.members().stream()
                .anyMatch(member -> member.listener().capability().equals(needed));
    return new Obstacles(
        bond,
        destination,
        usable,
        asks ? routes.to(destination)::objection : listener -> Optional.empty());
  }

  /** The first that {@code listener} meets, in the order of {@link Cause}. */
  Optional<Rejection> before(Listener listener) {
    if (listener.transport() != destination.transport()) {
      return mismatch(
          listener, Cause.TRANSPORT, "transport ", listener.transport(), destination.transport());
    }
    if (listener.family() != destination.family()) {
      return mismatch(listener, Cause.FAMILY, "family ", listener.family(), destination.family());
    }
    return route
        .apply(listener)
        .map(reason -> rejection(listener, Cause.ROUTE, reason))
        .or(() -> unusable(listener));
  }

  private Optional<Rejection> unusable(Listener listener) {
    Verdict verdict = usable.of(listener);
    return verdict.usable()
        ? Optional.empty()
        : Optional.of(rejection(listener, Cause.UNUSABLE, verdict.reason()));
  }

  private Optional<Rejection> mismatch(
      Listener listener, Cause cause, String word, Enum<?> has, Enum<?> needed) {
    return Optional.of(rejection(listener, cause, word + has + " is not " + needed));
  }

  private Rejection rejection(Listener listener, Cause cause, String reason) {
    return new Rejection(bond.name(), listener, cause, reason);
  }
}
