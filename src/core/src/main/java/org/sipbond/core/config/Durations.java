package org.sipbond.core.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the document writes them: {@code 500ms}, {@code 30s}, {@code 2m}. */
final class Durations {
  private static final Pattern NOTATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

  private Durations() {}

  /** The duration that {@code text} is, if it is one from {@code least} to {@code most}. */
  static Optional<Duration> between(String text, String least, String most) {
    return parse(text)
        .filter(
            duration ->
                duration.compareTo(bound(least)) >= 0 && duration.compareTo(bound(most)) <= 0);
  }

  private static Duration bound(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "bound is \"" + text + "\"; allowed: a number with ms, s, m, h or d"));
  }

  private static Optional<Duration> parse(String text) {
    Matcher parts = NOTATION.matcher(text);
    return parts.matches()
        ? Optional.of(of(Long.parseLong(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }

  private static Duration of(long count, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
