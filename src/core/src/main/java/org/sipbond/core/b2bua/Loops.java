package org.sipbond.core.b2bua;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells a call that has come back: one under way has the same fingerprint and began with more hops
 * left. Nothing is written into messages for that, so that peers see nothing of it (RFC 5393 §4
 * compares by Via, which a leg does not have of the other). A peer that changes the body, or counts
 * hops from the start, is not seen through; of those Max-Forwards ends the first. Free for any
 * thread.
 */
public final class Loops {
  private final Map<Fingerprint, List<Integer>> underWay = new ConcurrentHashMap<>();

  /**
   * A call begins, unless it has come back.
   *
   * @return whether it begins; {@link #leave} is due then
   */
  public boolean enter(Fingerprint call, int maxForwards) {
    boolean[] entered = new boolean[1];
    underWay.compute(
        call,
        (same, hops) -> {
          List<Integer> more = hops == null ? new ArrayList<>() : hops;
          entered[0] = more.stream().noneMatch(earlier -> earlier > maxForwards);
          if (entered[0]) {
            more.add(maxForwards);
          }
          return more;
        });
    return entered[0];
  }

  /** A call that had begun is over. */
  public void leave(Fingerprint call, int maxForwards) {
    underWay.computeIfPresent(
        call,
        (same, hops) -> {
          hops.remove(Integer.valueOf(maxForwards));
          return hops.isEmpty() ? null : hops;
        });
  }

  /** How many different calls are under way. */
  int size() {
    return underWay.size();
  }
}
