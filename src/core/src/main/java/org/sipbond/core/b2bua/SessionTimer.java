package org.sipbond.core.b2bua;

import java.time.Duration;
import java.util.Optional;

/**
 * The session timer that a leg has agreed on with its peer. See RFC 4028.
 *
 * @param interval how long after a refresh the session ends without another one
 * @param ours whether sipbond refreshes, and not the peer
 */
public record SessionTimer(Duration interval, boolean ours) {
  /** How long before its end a session is given up, at most. See RFC 4028 §10. */
  private static final Duration BEFORE_THE_END = Duration.ofSeconds(32);

  private static final int THIRD = 3;

  /**
   * What sipbond grants to a peer that asked, which is not {@link TimerTalk#tooShort}; empty where
   * the peer knows no session timers. Not longer than asked for; shorter where sipbond would
   * propose that and the peer allows it. The peer refreshes unless it says otherwise. See RFC 4028
   * §9.
   */
  public static Optional<SessionTimer> granted(TimerTalk asked, SessionTimes times) {
    Duration own = SessionTimes.longer(times.interval(), asked.least());
    return asked.supported()
        ? Optional.of(
            new SessionTimer(
                asked.interval().filter(wish -> wish.compareTo(own) < 0).orElse(own),
                asked.refresher().filter(Refresher.UAS::equals).isPresent()))
        : Optional.empty();
  }

  /**
   * What a peer granted in a 2xx; empty where it knows no session timers. Where it does not say who
   * refreshes, whoever asked does; an interval that it must not grant counts as the least. See RFC
   * 4028 §7.2.
   */
  public static Optional<SessionTimer> accepted(TimerTalk answer, SessionTimes asked) {
    return answer
        .interval()
        .map(
            interval ->
                new SessionTimer(
                    SessionTimes.longer(interval, asked.least()),
                    answer.refresher().filter(Refresher.UAS::equals).isEmpty()));
  }

  /** The same where its interval has to be that long. See RFC 4028 §7.4. */
  public SessionTimer atLeast(Duration least) {
    return new SessionTimer(SessionTimes.longer(interval, least), ours);
  }

  /** Session-Expires of a request of ours, or of a response. */
  public String header(Refresher we) {
    Refresher other = we == Refresher.UAC ? Refresher.UAS : Refresher.UAC;
    return interval.toSeconds() + ";refresher=" + (ours ? we : other);
  }

  /** When a refresh is due. See RFC 4028 §10: half of the interval. */
  Duration refreshAfter() {
    return interval.dividedBy(2);
  }

  /** When the session is given up. See RFC 4028 §10. */
  Duration endsAfter() {
    Duration third = interval.dividedBy(THIRD);
    return interval.minus(third.compareTo(BEFORE_THE_END) < 0 ? third : BEFORE_THE_END);
  }
}
