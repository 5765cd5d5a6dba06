package org.sipbond.persistence.journal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** How many records went which way. They only grow. Free for any thread. */
final class Tally {
  private static final String METRIC = "sipbond_call_records_total{result=\"%s\"}";

  private final LongAdder stored = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder lost = new LongAdder();

  /** They are in the database. */
  void stored(int number) {
    stored.add(number);
  }

  /** The database will never take it; it is in a file. */
  void rejected() {
    rejected.increment();
  }

  /**
   * They are gone: the queue was full, or neither file nor database could be written to at the
   * stop.
   */
  void lost(int number) {
    lost.add(number);
  }

  /** By metric, in the notation of Prometheus. */
  Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    counters.put(METRIC.formatted("stored"), stored.sum());
    counters.put(METRIC.formatted("rejected"), rejected.sum());
    counters.put(METRIC.formatted("lost"), lost.sum());
    return counters;
  }
}
