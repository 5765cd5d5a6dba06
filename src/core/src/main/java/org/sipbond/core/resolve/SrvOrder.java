package org.sipbond.core.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.sipbond.core.resolve.DnsRecord.Srv;

/**
 * Orders SRV records by the algorithm of RFC 2782, <i>Weight</i>: lowest priority first; among
 * equals, drawn one by one with chances as their weights, those of weight 0 having a small one.
 */
final class SrvOrder {
  private SrvOrder() {}

  static List<Srv> of(List<Srv> records, RandomGenerator random) {
    List<Srv> ordered = new ArrayList<>();
    records.stream()
        .collect(Collectors.groupingBy(Srv::priority, TreeMap::new, Collectors.toList()))
        .forEach((priority, equals) -> ordered.addAll(drawn(equals, random)));
    return ordered;
  }

  private static List<Srv> drawn(List<Srv> equals, RandomGenerator random) {
    List<Srv> left = new ArrayList<>(equals);
    left.sort(Comparator.comparing((Srv record) -> record.weight() != 0));
    List<Srv> drawn = new ArrayList<>();
    while (!left.isEmpty()) {
      drawn.add(left.remove(draw(left, random)));
    }
    return drawn;
  }

  /** The first whose running sum is not less than a number from 0 to the sum of all weights. */
  private static int draw(List<Srv> left, RandomGenerator random) {
    int chosen = random.nextInt(left.stream().mapToInt(Srv::weight).sum() + 1);
    int running = left.get(0).weight();
    int index = 0;
    while (running < chosen) {
      running += left.get(++index).weight();
    }
    return index;
  }
}
