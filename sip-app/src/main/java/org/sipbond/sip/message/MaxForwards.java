package org.sipbond.sip.message;

import javax.servlet.sip.SipServletRequest;

/** Counts the hops of a request, so that no loop is endless. See RFC 3261 §16.3 and §16.6. */
public final class MaxForwards {
  /** What a request without the header counts from. See RFC 3261 §16.6, step 3. */
  static final int MOST = 70;

  private static final String HEADER = "Max-Forwards";

  private MaxForwards() {}

  /** Whether the request must not go any further: 483. */
  public static boolean hasRunOut(SipServletRequest request) {
    return of(request) <= 0;
  }

  /** How many hops are left. The container's own getter fails where the header is not there. */
  public static int of(SipServletRequest request) {
    return request.getHeader(HEADER) == null ? MOST : request.getMaxForwards();
  }

  /** Lets {@code onward} have one hop less than {@code request}, which has one at least. */
  static void count(SipServletRequest request, SipServletRequest onward) {
    onward.setMaxForwards(of(request) - 1);
  }
}
