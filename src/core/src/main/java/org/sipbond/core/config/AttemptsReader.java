package org.sipbond.core.config;

import java.time.Duration;
import java.util.Optional;
import org.sipbond.core.attempt.FailureTimes;

/** Reads {@code attempts}. */
final class AttemptsReader {
  private static final String ALLOWED = "{ failed-last = 4m, answer-timeout = 4s }";

  /** Timer B of RFC 3261 §17.1.1.2: after it there is no attempt any more. */
  private static final String TIMER_B = "32s";

  private final Optional<Block> block;

  AttemptsReader(Block document) {
    this.block =
        document.get(Keys.ATTEMPTS).flatMap(value -> value.block(Keys.ONE_ATTEMPTS, ALLOWED));
  }

  AttemptSettings read() {
    FailureTimes times = FailureTimes.DEFAULT;
    return new AttemptSettings(
        new FailureTimes(
            duration(Keys.FAILED_LAST, "0s", "24h", times.last()),
            duration(Keys.PATIENCE, "0s", TIMER_B, times.patience()),
            duration(Keys.PROBE, "0s", "24h", times.probe())),
        duration(Keys.ANSWER_TIMEOUT, "200ms", TIMER_B, AttemptSettings.DEFAULT.answerTimeout()));
  }

  private Duration duration(String key, String least, String most, Duration otherwise) {
    return block
        .flatMap(keys -> keys.get(key))
        .flatMap(value -> value.duration(least, most))
        .orElse(otherwise);
  }
}
