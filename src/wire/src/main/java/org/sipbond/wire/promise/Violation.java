package org.sipbond.wire.promise;

/**
 * One broken promise.
 *
 * @param side the side on which it was seen
 * @param fault what is wrong, and what is allowed
 * @param where start line and path of the message; the whole call when it is about no single one
 */
public record Violation(String side, String fault, String where) {
  /** {@code extern: fault, in: where}. */
  @Override
  public String toString() {
    return side + ": " + fault + ", in: " + where;
  }
}
