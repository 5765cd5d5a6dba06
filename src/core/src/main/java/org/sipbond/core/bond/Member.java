package org.sipbond.core.bond;

/**
 * A listener in a bond.
 *
 * @param priority 0 to 65535; the lowest among those that can send wins, as in RFC 2782
 * @param weight 1 to 65535; the share of the keys among members of equal priority
 */
public record Member(Listener listener, int priority, int weight) {
  public static final int DEFAULT_PRIORITY = 0;
  public static final int DEFAULT_WEIGHT = 1;
  public static final int MAX = 65535;

  public Member {
    check("priority", priority, 0);
    check("weight", weight, 1);
  }

  /** A member with the default priority and weight: it shares equally with its like. */
  public static Member of(Listener listener) {
    return new Member(listener, DEFAULT_PRIORITY, DEFAULT_WEIGHT);
  }

  private static void check(String what, int value, int least) {
    if (value < least || value > MAX) {
      throw new IllegalArgumentException(
          what + " is " + value + "; allowed: " + least + " to " + MAX);
    }
  }
}
