package org.sipbond.it.conformance;

/** Who sends what a row is about. */
enum Direction {
  /** What starts a dialog or stands alone, sent by the peer of bond intern. */
  INTERN_TO_EXTERN("intern to extern", true),
  /** The same, sent by the peer of bond extern. */
  EXTERN_TO_INTERN("extern to intern", false),
  /** Within a call from intern, sent by its caller. */
  CALLER_TO_CALLEE("caller to callee", true),
  /** Within a call from intern, sent by its callee. */
  CALLEE_TO_CALLER("callee to caller", true);

  private final String text;
  private final boolean fromIntern;

  Direction(String text, boolean fromIntern) {
    this.text = text;
    this.fromIntern = fromIntern;
  }

  /** Whether the first request of the exchange comes in at bond intern. */
  boolean fromIntern() {
    return fromIntern;
  }

  /** Whether this is the first of the two directions of its kind. */
  boolean forth() {
    return this == INTERN_TO_EXTERN || this == CALLER_TO_CALLEE;
  }

  @Override
  public String toString() {
    return text;
  }
}
