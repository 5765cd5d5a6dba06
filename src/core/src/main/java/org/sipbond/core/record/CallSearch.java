package org.sipbond.core.record;

import java.time.Instant;

/**
 * Which records are looked for.
 *
 * @param callId of either leg; empty for any
 * @param from calls that started then or later
 * @param to calls that started before
 * @param limit how many at most, the newest; 1 to {@value #MOST}
 */
public record CallSearch(String callId, Instant from, Instant to, int limit) {
  /** How many records can be had at once. */
  public static final int MOST = 10_000;

  /** Before every call, and a time that every database knows. */
  public static final Instant FIRST = Instant.EPOCH;

  /** After every call, likewise. */
  public static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  public CallSearch {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is " + limit + "; allowed: 1 to " + MOST);
    }
  }

  /** All calls with a Call-ID on either leg. */
  public static CallSearch of(String callId) {
    return new CallSearch(callId, FIRST, LAST, MOST);
  }

  /** The last calls. */
  public static CallSearch last(int limit) {
    return new CallSearch("", FIRST, LAST, limit);
  }
}
