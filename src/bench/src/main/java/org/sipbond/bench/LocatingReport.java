package org.sipbond.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of calls and pings before, while and after DNS was dead.
 *
 * @param warm how long DNS lived first
 * @param dead how long it was dead then
 */
record LocatingReport(Duration warm, Duration dead) {
  String text(List<Outcome> calls, List<Outcome> pings) {
    StringBuilder text = new StringBuilder();
    line(text, "sent", "calls", "final answers", "median ms", "most ms", "ping most ms");
    line(text, "---", "---", "---", "---", "---", "---");
    long death = warm.toNanos();
    long birth = warm.plus(dead).toNanos();
    phase(text, "before", calls, pings, outcome -> outcome.begun() < death);
    phase(
        text,
        "dns dead",
        calls,
        pings,
        outcome -> outcome.begun() >= death && outcome.begun() < birth);
    phase(text, "after", calls, pings, outcome -> outcome.begun() >= birth);
    return text.toString();
  }

  private static void phase(
      StringBuilder text,
      String phase,
      List<Outcome> calls,
      List<Outcome> pings,
      Predicate<Outcome> within) {
    List<Outcome> those = calls.stream().filter(within).toList();
    List<Outcome> answered = pings.stream().filter(within).toList();
    Map<Integer, Long> byStatus =
        those.stream()
            .collect(Collectors.groupingBy(Outcome::status, TreeMap::new, Collectors.counting()));
    String answers =
        byStatus.entrySet().stream()
            .map(one -> (one.getKey() == 0 ? "none" : one.getKey()) + ": " + one.getValue())
            .collect(Collectors.joining(", "));
    line(text, phase, those.size(), answers, at(those, 0.5), at(those, 1), at(answered, 1));
  }

  /** Milliseconds at that share of all that were answered. */
  private static String at(List<Outcome> outcomes, double share) {
    long[] sorted =
        outcomes.stream()
            .filter(outcome -> outcome.status() > 0)
            .mapToLong(outcome -> outcome.took().toNanos())
            .sorted()
            .toArray();
    return sorted.length == 0
        ? "-"
        : String.format(Locale.ROOT, "%.1f", sorted[(int) ((sorted.length - 1) * share)] / 1e6);
  }

  private static void line(StringBuilder text, Object... cells) {
    text.append("| %-10s | %6s | %-34s | %9s | %9s | %12s |\n".formatted(cells));
  }
}
