package org.sipbond.core.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and durations as the document writes them. */
final class Numbers {
  static final String DURATION = "a duration such as 500ms, 30s or 2m, at most 24h";
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Pattern DURATION_TEXT = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");

  private Numbers() {}

  static Optional<Integer> between(String text, int least, int most) {
    return Optional.of(text)
        .filter(digits -> digits.matches("0|[1-9][0-9]{0,8}"))
        .map(Integer::valueOf)
        .filter(number -> number >= least && number <= most);
  }

  static Optional<Duration> duration(String text) {
    Matcher duration = DURATION_TEXT.matcher(text);
    return duration.matches()
        ? Optional.of(duration(Long.parseLong(duration.group(1)), duration.group(2)))
            .filter(value -> value.compareTo(LONGEST) <= 0)
        : Optional.empty();
  }

  private static Duration duration(long count, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
