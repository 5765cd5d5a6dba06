package org.sipbond.sip.observe;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters by metric name and labels, in the notation of Prometheus. They only grow. */
public final class Counters {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /**
   * Adds one.
   *
   * @param metric name and labels as {@link #metric} writes them
   */
  public void add(String metric) {
    counts.computeIfAbsent(metric, name -> new LongAdder()).increment();
  }

  /** What was counted so far, by metric in alphabetical order. */
  public Map<String, Long> snapshot() {
    Map<String, Long> snapshot = new TreeMap<>();
    counts.forEach((metric, count) -> snapshot.put(metric, count.sum()));
    return snapshot;
  }

  /**
   * A metric with labels: {@code name{a="1",b="2"}}.
   *
   * @param labels names and values in turn; the values hold neither quotes nor backslashes, as no
   *     name of the configuration does
   */
  public static String metric(String name, String... labels) {
    StringBuilder metric = new StringBuilder(name).append('{');
    for (int i = 0; i < labels.length; i += 2) {
      metric.append(i == 0 ? "" : ",");
      metric.append(labels[i]).append("=\"").append(labels[i + 1]).append('"');
    }
    return metric.append('}').toString();
  }
}
