package org.sipbond.core.b2bua;

import java.time.Duration;

/**
 * What sipbond asks of its peers for session timers.
 *
 * @param interval what it proposes; whole seconds, {@code least} or longer
 * @param least the shortest that it takes, as Min-SE has it; whole seconds, 90 or more where RFC
 *     4028 §5 is to be kept
 */
public record SessionTimes(Duration interval, Duration least) {
  public static final SessionTimes DEFAULT =
      new SessionTimes(Duration.ofMinutes(30), Duration.ofSeconds(90));

  /** The same where a peer said that its least is this: 422, RFC 4028 §7.4. */
  public SessionTimes atLeast(Duration told) {
    return new SessionTimes(longer(interval, told), longer(least, told));
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
