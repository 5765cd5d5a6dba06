package org.sipbond.sip.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as ISO 8601 has them. */
final class Times {
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";

  private Times() {}

  /** A time with its offset, or the beginning of a day in UTC; empty where it is neither. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(
          text.matches(DATE)
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
