package org.sipbond.wire.promise;

import java.util.ArrayList;
import java.util.List;
import org.sipbond.wire.WireMessage;

/**
 * Tells every broken promise in the messages of one or many calls.
 *
 * @param sides the networks that the calls touch: ingress and egress, or more after a failover
 */
public record PromiseCheck(List<Side> sides) {
  /** Keeps a copy; fails when a peer is on two sides. */
  public PromiseCheck {
    sides = List.copyOf(sides);
    for (int i = 0; i < sides.size(); i++) {
      for (Side other : sides.subList(i + 1, sides.size())) {
        if (overlap(sides.get(i), other)) {
          throw new IllegalArgumentException(
              "sides " + sides.get(i).name() + " and " + other.name() + " share a peer");
        }
      }
    }
  }

  /** A call from one side to another. */
  public static PromiseCheck between(Side ingress, Side egress) {
    return new PromiseCheck(List.of(ingress, egress));
  }

  /**
   * The violations, in the order of the messages, side by side.
   *
   * @param messages in the order in which they went over the wire
   */
  public List<Violation> violations(List<WireMessage> messages) {
    Traffic traffic = Traffic.of(sides, messages);
    List<Violation> violations = new ArrayList<>(traffic.strays());
    for (Side side : sides) {
      List<WireMessage> sent = traffic.sentTo(side);
      presence(side, sent, violations);
      MemberCheck members = new MemberCheck(side, traffic.receivedFrom(side));
      LeakCheck leaks = new LeakCheck(side, secretsOfOthers(side, traffic));
      for (WireMessage message : sent) {
        violations.addAll(members.faults(message));
        violations.addAll(leaks.faults(message));
      }
    }
    return List.copyOf(violations);
  }

  private List<Secrets> secretsOfOthers(Side side, Traffic traffic) {
    return sides.stream()
        .filter(other -> !other.equals(side))
        .map(other -> Secrets.of(other, side, traffic.all(other)))
        .toList();
  }

  private static void presence(Side side, List<WireMessage> sent, List<Violation> violations) {
    if (sent.isEmpty() && !side.silent()) {
      violations.add(
          new Violation(side.name(), "sipbond sent nothing to its peers", "the whole call"));
    }
    if (side.silent()) {
      sent.forEach(
          message ->
              violations.add(new Violation(side.name(), "must stay silent", message.toString())));
    }
  }

  private static boolean overlap(Side one, Side other) {
    return one.peers().sockets().stream().anyMatch(other.peers()::contains)
        || other.peers().sockets().stream().anyMatch(one.peers()::contains)
        || one.peers().hosts().stream().anyMatch(other.peers().hosts()::contains);
  }
}
