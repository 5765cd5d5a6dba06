package org.sipbond.core.config;

/**
 * A text that is never shown, neither in logs nor in problems.
 *
 * @param reveal the text itself
 */
public record Secret(String reveal) {
  /** {@code ***}. */
  @Override
  public String toString() {
    return "***";
  }
}
