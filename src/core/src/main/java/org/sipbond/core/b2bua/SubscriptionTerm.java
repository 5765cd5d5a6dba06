package org.sipbond.core.b2bua;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How long a subscription goes on after a message, counted from there.
 *
 * @param left until nobody waits for it any more, grace included; zero where it is over
 */
public record SubscriptionTerm(Duration left) {
  /** It is over. */
  public static final SubscriptionTerm OVER = new SubscriptionTerm(Duration.ZERO);

  /** What comes late may come yet: a transaction, or timer N. See RFC 6665 §4.1.2.4. */
  public static final Duration GRACE = Duration.ofSeconds(32);

  /** Where nobody says: RFC 6665 §4.1.2.1 leaves it to the event package, most of which say so. */
  private static final Duration DEFAULT = Duration.ofHours(1);

  private static final Set<Integer> ENDING =
      Set.of(404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604);
  private static final int REQUEST_TIMEOUT = 408;

  public boolean over() {
    return left.isZero();
  }

  /**
   * After a 2xx to SUBSCRIBE. Zero seconds mean that one more NOTIFY comes (RFC 6665 §4.2.1.4).
   *
   * @param expires seconds, of the response and of the request; the first that can be read counts
   */
  public static SubscriptionTerm granted(List<String> expires) {
    return lasting(time(expires));
  }

  /** What {@link #granted} counts, in seconds: what a 2xx that does not say it stands for. */
  public static long grantedSeconds(List<String> expires) {
    return time(expires).toSeconds();
  }

  /** After a 2xx to REFER, until the first NOTIFY: that has to come at once (RFC 3515 §2.4.4). */
  public static SubscriptionTerm implicit() {
    return new SubscriptionTerm(GRACE.multipliedBy(2));
  }

  /**
   * After a NOTIFY; empty where it says nothing of the time.
   *
   * @param state the value of Subscription-State. See RFC 6665 §8.2.3
   */
  public static Optional<SubscriptionTerm> notified(String state) {
    List<String> parts = Arrays.stream(state.split(";", -1)).map(String::strip).toList();
    return parts.get(0).equalsIgnoreCase("terminated")
        ? Optional.of(OVER)
        : parts.stream()
            .map(part -> part.toLowerCase(Locale.ROOT))
            .filter(part -> part.matches("expires\\s*=.*"))
            .findFirst()
            .flatMap(part -> seconds(part.substring(part.indexOf('=') + 1).strip()))
            .map(SubscriptionTerm::lasting);
  }

  /**
   * After a failure of a request within it; empty where it goes on as before. See RFC 6665 §4.1.2.2
   * (SUBSCRIBE) and §4.2.2 (NOTIFY), RFC 5057 §5.1.
   */
  public static Optional<SubscriptionTerm> failed(String method, int status) {
    boolean notify = method.equals("NOTIFY");
    boolean told = (notify || method.equals("SUBSCRIBE")) && ENDING.contains(status);
    boolean silent = notify && status == REQUEST_TIMEOUT;
    return told || silent ? Optional.of(OVER) : Optional.empty();
  }

  private static Duration time(List<String> expires) {
    return expires.stream().flatMap(text -> seconds(text).stream()).findFirst().orElse(DEFAULT);
  }

  private static SubscriptionTerm lasting(Duration time) {
    return new SubscriptionTerm(time.plus(GRACE));
  }

  private static Optional<Duration> seconds(String text) {
    return Optional.of(text.strip())
        .filter(digits -> digits.matches("\\d{1,10}"))
        .map(digits -> Duration.ofSeconds(Long.parseLong(digits)));
  }
}
