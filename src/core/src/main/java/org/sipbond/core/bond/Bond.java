package org.sipbond.core.bond;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sipbond.core.net.Destination;

/**
 * A named, ordered group of listeners, one of which sends.
 *
 * @param members at least one; no listener twice
 * @param autoRoute whether only members at the address count that the kernel would send from
 * @param trusted whether its peers are in one trust domain with those of other trusted bonds (RFC
 *     3324 §2.3): what they assert of callers is believed, and they may see it
 */
public record Bond(
    String name,
    List<Member> members,
    OnNoMatch onNoMatch,
    FamilyOrder families,
    boolean autoRoute,
    boolean trusted) {

  public Bond {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException(
          "bond " + name + " is empty; allowed: at least one member");
    }
    if (members.stream().map(member -> member.listener().key()).distinct().count()
        < members.size()) {
      throw new IllegalArgumentException(
          "bond " + name + " has a listener twice; allowed: each listener once");
    }
  }

  /** A bond with its families in the order of its members, without auto-route, not trusted. */
  public Bond(String name, List<Member> members, OnNoMatch onNoMatch) {
    this(name, members, onNoMatch, FamilyOrder.MEMBERS, false, false);
  }

  /** A bond that refuses what it cannot send, its members alike. */
  public static Bond of(String name, Listener... members) {
    return new Bond(
        name, List.of(members).stream().map(Member::of).toList(), new OnNoMatch.Reject());
  }

  /**
   * What it can send, to be asked before DNS: transports in the order of the members, the families
   * of each in the order of {@code families}.
   */
  public Set<Capability> capabilities() {
    List<Capability> declared =
        members.stream().map(member -> member.listener().capability()).toList();
    return Collections.unmodifiableSet(new LinkedHashSet<>(families.sort(declared)));
  }

  /** Whether {@code listener} is a member. */
  public boolean has(Listener listener) {
    return members.stream().anyMatch(member -> member.listener().equals(listener));
  }

  /**
   * The members that can send to {@code destination}, best first: same transport, same address
   * family, with auto-route at the address that the kernel would send from, usable; lowest priority
   * first; among equals, in the order of the key.
   */
  public List<Member> candidates(
      Destination destination, Usability usable, SourceRoutes routes, String stickyKey) {
    return Sieve.of(this, destination, usable, routes).candidates(stickyKey);
  }

  /**
   * Chooses the member that sends to {@code destination}: the first candidate. Never queries DNS,
   * never looks at a fallback; {@link Bonds#select} does that.
   *
   * @param routes asked only where the bond has auto-route
   * @param stickyKey the same key gets the same member while the candidates are the same; the
   *     Call-ID for a call
   */
  public Selection select(
      Destination destination, Usability usable, SourceRoutes routes, String stickyKey) {
    Sieve sieve = Sieve.of(this, destination, usable, routes);
    List<Member> candidates = sieve.candidates(stickyKey);
    if (candidates.isEmpty()) {
      return new Selection.NoMember(this, destination, sieve.rejections());
    }
    Member first = candidates.get(0);
    return new Selection.Chosen(this, destination, first.listener(), sieve.rejectionsBeside(first));
  }
}
