package org.sipbond.core.bond;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipbond.core.bond.Rejection.Cause;
import org.sipbond.core.net.Destination;

/**
 * The members of a bond, each looked at once for one destination: usable or not may change between
 * two looks.
 *
 * @param obstacles by member, in declared order: what rules it out; empty for a candidate
 */
record Sieve(Bond bond, Map<Member, Optional<Rejection>> obstacles) {

  static Sieve of(Bond bond, Destination destination, Usability usable, SourceRoutes routes) {
    Obstacles found = Obstacles.of(bond, destination, usable, routes);
    Map<Member, Optional<Rejection>> obstacles = new LinkedHashMap<>();
    for (Member member : bond.members()) {
      obstacles.put(member, found.before(member.listener()));
    }
    return new Sieve(bond, obstacles);
  }

  List<Member> candidates(String key) {
    return StickyOrder.of(
        obstacles.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .map(Map.Entry::getKey),
        key);
  }

  List<Rejection> rejections() {
    return obstacles.values().stream().flatMap(Optional::stream).toList();
  }

  /** Every member but {@code chosen}, those that could have sent too. */
  List<Rejection> rejectionsBeside(Member chosen) {
    return obstacles.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(chosen))
        .map(entry -> entry.getValue().orElseGet(() -> later(entry.getKey(), chosen)))
        .toList();
  }

  private Rejection later(Member member, Member chosen) {
    return member.priority() == chosen.priority()
        ? rejection(Cause.KEY, member, "key falls to " + chosen.listener().name())
        : rejection(
            Cause.PRIORITY,
            member,
            "priority " + member.priority() + " after " + chosen.priority());
  }

  private Rejection rejection(Cause cause, Member member, String reason) {
    return new Rejection(bond.name(), member.listener(), cause, reason);
  }
}
