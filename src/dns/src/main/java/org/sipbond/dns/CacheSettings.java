package org.sipbond.dns;

import java.time.Duration;

/**
 * What the cache keeps.
 *
 * @param longest no record is kept longer, whatever its TTL says
 * @param longestNegative the same for what is not there (RFC 2308 §5)
 * @param stale how long after its end an answer may still be given while the servers fail; zero for
 *     never (RFC 8767)
 * @param patience how long a caller waits for the servers before it gets such an answer
 * @param recheck how long after a failure such an answer is given without asking (RFC 8767 §5)
 * @param entries how many answers; the least recently used go first
 */
public record CacheSettings(
    Duration longest,
    Duration longestNegative,
    Duration stale,
    Duration patience,
    Duration recheck,
    int entries) {
  /** A day, five minutes; stale for a day, after half a second, for five seconds; 10,000. */
  public static final CacheSettings DEFAULT =
      new CacheSettings(
          Duration.ofDays(1),
          Duration.ofMinutes(5),
          Duration.ofDays(1),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          10_000);

  public CacheSettings {
    if (longest.isNegative()
        || longestNegative.isNegative()
        || stale.isNegative()
        || patience.isNegative()
        || recheck.isNegative()
        || entries < 0) {
      throw new IllegalArgumentException(
          "a time or number of the cache is negative; allowed: 0 up");
    }
  }

  /** The same, with answers never given after their end. */
  public CacheSettings withoutStale() {
    return new CacheSettings(longest, longestNegative, Duration.ZERO, patience, recheck, entries);
  }
}
