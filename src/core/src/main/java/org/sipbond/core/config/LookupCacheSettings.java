package org.sipbond.core.config;

import java.time.Duration;

/**
 * How answers of DNS are kept.
 *
 * @param entries how many answers at most; 10,000 unless configured
 * @param longest no record is kept longer, whatever its TTL says; 1 day unless configured
 * @param longestNegative the same for what is not there (RFC 2308 §5); 5 min unless configured
 * @param stale how long after its end an answer may still be given while the servers fail, zero for
 *     never (RFC 8767); 1 day unless configured
 * @param patience how long a caller waits for the servers before it gets such an answer; 500 ms
 *     unless configured
 * @param recheck how long after a failure such an answer is given without asking (RFC 8767 §5); 5 s
 *     unless configured
 */
public record LookupCacheSettings(
    int entries,
    Duration longest,
    Duration longestNegative,
    Duration stale,
    Duration patience,
    Duration recheck) {
  /** What holds where nothing is configured. */
  public static final LookupCacheSettings DEFAULT =
      new LookupCacheSettings(
          10_000,
          Duration.ofDays(1),
          Duration.ofMinutes(5),
          Duration.ofDays(1),
          Duration.ofMillis(500),
          Duration.ofSeconds(5));
}
