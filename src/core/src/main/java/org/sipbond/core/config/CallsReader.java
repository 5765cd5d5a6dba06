package org.sipbond.core.config;

import java.time.Duration;
import java.util.Optional;
import org.sipbond.core.b2bua.Keepalive;
import org.sipbond.core.b2bua.SessionTimes;

/** Reads {@code calls}. */
final class CallsReader {
  private static final String ALLOWED = "{ ring-timeout = 3m, max-time = 12h }";
  private static final String LEAST = "1s";
  private static final String MOST = "24h";

  private final Optional<Block> block;

  CallsReader(Block document) {
    this.block = document.get(Keys.CALLS).flatMap(value -> value.block(Keys.ONE_CALLS, ALLOWED));
  }

  CallSettings read() {
    CallSettings otherwise = CallSettings.DEFAULT;
    return new CallSettings(
        duration(Keys.RING_TIMEOUT, LEAST, "1h", otherwise.ringTimeout()),
        duration(Keys.MAX_TIME, "0s", "7d", otherwise.longest()),
        session(otherwise.session()),
        keepalive(otherwise.keepalive()));
  }

  private SessionTimes session(SessionTimes otherwise) {
    Duration interval = seconds(Keys.SESSION_EXPIRES, otherwise.interval());
    Duration least = seconds(Keys.MIN_SE, otherwise.least());
    if (interval.compareTo(least) < 0) {
      refuse(interval, least);
    }
    return new SessionTimes(interval, least);
  }

  /** The header field has no fractions. */
  private Duration seconds(String key, Duration otherwise) {
    return Duration.ofSeconds(duration(key, LEAST, MOST, otherwise).toSeconds());
  }

  private void refuse(Duration interval, Duration least) {
    get(Keys.SESSION_EXPIRES)
        .or(() -> get(Keys.MIN_SE))
        .ifPresent(
            value ->
                value.refused(
                    "session-expires of %ds and min-se of %ds"
                        .formatted(interval.toSeconds(), least.toSeconds()),
                    "session-expires not below min-se"));
  }

  private Keepalive keepalive(Keepalive otherwise) {
    return new Keepalive(
        duration(Keys.KEEPALIVE_INTERVAL, LEAST, MOST, otherwise.interval()),
        get(Keys.KEEPALIVE)
            .flatMap(
                value ->
                    value.as(Keepalive.Method::named, String.join(", ", Keepalive.Method.names())))
            .orElse(otherwise.method()));
  }

  private Duration duration(String key, String least, String most, Duration otherwise) {
    return get(key).flatMap(value -> value.duration(least, most)).orElse(otherwise);
  }

  private Optional<Value> get(String key) {
    return block.flatMap(keys -> keys.get(key));
  }
}
