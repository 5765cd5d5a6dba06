package org.sipbond.dns;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsAnswer.Freshness;

/**
 * An answer in the cache.
 *
 * @param end of its TTL
 * @param last until when it may be given while the servers fail
 * @param recheck until when the servers are not asked again; {@code end} or later
 */
record CachedAnswer(DnsAnswer answer, Instant end, Instant last, Instant recheck) {

  CachedAnswer until(Instant time) {
    return new CachedAnswer(answer, end, last, time);
  }

  /** What is given within the TTL. */
  Optional<DnsAnswer> fresh(Instant now) {
    return now.isBefore(end)
        ? Optional.of(answer.as(Freshness.CACHED, Duration.between(now, end)))
        : Optional.empty();
  }

  /** What is given when the servers fail. */
  Optional<DnsAnswer> stale(Instant now) {
    return now.isBefore(last)
        ? Optional.of(answer.as(Freshness.STALE, Duration.ZERO))
        : Optional.empty();
  }

  /** What is given without asking. */
  Optional<DnsAnswer> without(Instant now) {
    return fresh(now).or(() -> now.isBefore(recheck) ? stale(now) : Optional.empty());
  }
}
