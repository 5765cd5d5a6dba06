package org.sipbond.core.bond;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Orders members for one key: lowest priority first, and among equals by weighted rendezvous
 * hashing, so that each key has its own fixed order, each member is first for its share of the
 * keys, and a member that goes takes only its own keys along.
 */
final class StickyOrder {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final Comparator<Placed> BEST_FIRST =
      Comparator.comparingInt((Placed placed) -> placed.member().priority())
          .thenComparingDouble(Placed::distance);

  private StickyOrder() {}

  /** The members, best first for {@code key}. */
  static List<Member> of(Stream<Member> members, String key) {
    return members
        .map(member -> new Placed(member, distance(member, key)))
        .sorted(BEST_FIRST)
        .map(Placed::member)
        .toList();
  }

  private record Placed(Member member, double distance) {}

  /** Exponentially distributed with the weight as its rate: the least of several is weighted. */
  private static double distance(Member member, String key) {
    long mixed = mix(hash(hash(FNV_OFFSET, member.listener().notation() + " "), key));
    double uniform = ((mixed >>> 11) + 0.5) * 0x1.0p-53;
    return -Math.log(uniform) / member.weight();
  }

  /** FNV-1a: the same on every machine and in every release, unlike a hash code. */
  private static long hash(long seed, String text) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** The finalizer of MurmurHash3: spreads each bit of the hash over all. */
  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
