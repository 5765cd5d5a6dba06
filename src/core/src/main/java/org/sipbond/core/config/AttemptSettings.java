package org.sipbond.core.config;

import java.time.Duration;
import org.sipbond.core.attempt.FailureTimes;

/**
 * How long destinations are tried, and remembered as failed.
 *
 * @param answerTimeout how long an attempt may be without any response, not even 100, before the
 *     next destination is tried; nothing where there is no next one; 4 s unless configured
 */
public record AttemptSettings(FailureTimes times, Duration answerTimeout) {
  /** What holds where nothing is configured. */
  public static final AttemptSettings DEFAULT =
      new AttemptSettings(FailureTimes.DEFAULT, Duration.ofSeconds(4));
}
