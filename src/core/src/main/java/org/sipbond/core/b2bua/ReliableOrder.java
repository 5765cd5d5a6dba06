package org.sipbond.core.b2bua;

/**
 * Which reliable provisional response of an early dialog is to be acknowledged next. See RFC 3262
 * §4.
 *
 * @param last the RSeq of the one that was acknowledged last; 0 for none
 */
public record ReliableOrder(long last) {
  /** None was acknowledged. */
  public static final ReliableOrder START = new ReliableOrder(0);

  /**
   * Whether a response with that RSeq is new; a repeated one, or one with a gap before it, is not.
   */
  public boolean isNext(long rseq) {
    return last == 0 || rseq == last + 1;
  }

  /** After that response. */
  public ReliableOrder after(long rseq) {
    return new ReliableOrder(rseq);
  }
}
