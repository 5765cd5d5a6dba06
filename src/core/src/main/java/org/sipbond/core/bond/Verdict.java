package org.sipbond.core.bond;

/**
 * Whether a listener may send now.
 *
 * @param reason why it may not, as in "{@code drained}"; empty when it may
 */
public record Verdict(String reason) {
  public static final Verdict USABLE = new Verdict("");

  /** A verdict against the listener. */
  public static Verdict unusable(String reason) {
    if (reason.isEmpty()) {
      throw new IllegalArgumentException("reason is empty; allowed: a word such as down");
    }
    return new Verdict(reason);
  }

  public boolean usable() {
    return reason.isEmpty();
  }
}
