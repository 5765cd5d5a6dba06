package org.sipbond.core.b2bua;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says of the session timer of its leg. See RFC 4028 §4, §5.
 *
 * @param supported whether the sender knows session timers: it is in Supported or Require
 * @param interval that of Session-Expires; empty where there is none that can be read
 * @param refresher of Session-Expires; empty where it does not say
 * @param least Min-SE, zero where there is none
 */
public record TimerTalk(
    boolean supported, Optional<Duration> interval, Optional<Refresher> refresher, Duration least) {
  public static final String OPTION = "timer";
  public static final String SESSION_EXPIRES = "Session-Expires";
  public static final String MIN_SE = "Min-SE";

  /** Ten digits are the most that a reader has to take (RFC 3261 §20, delta-seconds). */
  private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,10})\\s*(;.*)?");

  private static final Pattern REFRESHER =
      Pattern.compile(".*;\\s*refresher\\s*=\\s*(\\w+).*", Pattern.CASE_INSENSITIVE);

  /** What these fields say; others may be among them. */
  public static TimerTalk of(List<HeaderField> fields) {
    Optional<String> expires = first(fields, SESSION_EXPIRES);
    return new TimerTalk(
        fields.stream()
            .filter(field -> field.is("Supported") || field.is("Require"))
            .flatMap(field -> Arrays.stream(field.value().split(",", -1)))
            .anyMatch(tag -> tag.strip().equalsIgnoreCase(OPTION)),
        expires.flatMap(TimerTalk::seconds),
        expires
            .map(REFRESHER::matcher)
            .filter(Matcher::matches)
            .flatMap(found -> Refresher.named(found.group(1))),
        first(fields, MIN_SE).flatMap(TimerTalk::seconds).orElse(Duration.ZERO));
  }

  /**
   * Whether a request with this is answered 422: its interval is shorter than we allow, and its
   * sender knows what that means. See RFC 4028 §9.
   */
  public boolean tooShort(SessionTimes times) {
    return supported && interval.filter(asked -> asked.compareTo(times.least()) < 0).isPresent();
  }

  private static Optional<String> first(List<HeaderField> fields, String name) {
    return fields.stream().filter(field -> field.is(name)).map(HeaderField::value).findFirst();
  }

  private static Optional<Duration> seconds(String value) {
    return Optional.of(SECONDS.matcher(value))
        .filter(Matcher::matches)
        .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))));
  }
}
