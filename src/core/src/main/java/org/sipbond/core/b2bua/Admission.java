package org.sipbond.core.b2bua;

import java.util.Set;

/** Whether a request within a call's dialogs goes on to the other party, and else its answer. */
public enum Admission {
  /** It goes on. */
  PASSES,
  /**
   * It goes on, after the ACK of the party's INVITE before: that was lost or overtaken, since a
   * party acknowledges as soon as it has its answer (RFC 3261 §13.2.2.4).
   */
  PASSES_ACKNOWLEDGED,
  /** 491: it crosses one of the other party. See RFC 3261 §14.2, RFC 3311 §5.2. */
  CROSSES,
  /** 500 with Retry-After: the same party has one under way. See RFC 3261 §14.2, RFC 3311 §5.2. */
  TOO_SOON,
  /** 481: there is no dialog to send it on in. See RFC 3261 §12.2.2. */
  NO_DIALOG;

  private static final Set<String> OFFERING = Set.of("INVITE", "UPDATE");

  /** Whether requests of that method may carry an offer, so that one at a time passes. */
  public static boolean mayOffer(String method) {
    return OFFERING.contains(method);
  }

  /**
   * What becomes of a request; ACK, BYE and CANCEL are none that are asked about.
   *
   * @param pending of what came after the first INVITE; of the first INVITE itself only {@link
   *     PendingOffer#CALLERS_ANSWERED}, and only for a request of the caller
   */
  public static Admission of(String method, Party from, CallState state, PendingOffer pending) {
    return switch (state) {
      case GIVEN_UP, CANCELLING, ENDED -> NO_DIALOG;
      // The caller's early dialog outlives the attempt that it came from; the next one begins.
      case LOCATING, SENDING -> TOO_SOON;
      case CALLING, ANSWERED, CALLEE_GONE ->
          "INVITE".equals(method)
              ? whileInviting(from, pending)
              : whilePending(method, from, pending);
      case ESTABLISHED -> whilePending(method, from, pending);
    };
  }

  /** The first INVITE, which is the caller's, has no final answer or no ACK yet. */
  private static Admission whileInviting(Party from, PendingOffer pending) {
    if (from == Party.CALLER && pending == PendingOffer.CALLERS_ANSWERED) {
      return PASSES_ACKNOWLEDGED;
    }
    return from == Party.CALLER ? TOO_SOON : CROSSES;
  }

  private static Admission whilePending(String method, Party from, PendingOffer pending) {
    if (!mayOffer(method) || pending == PendingOffer.NOBODYS) {
      return PASSES;
    }
    if (pending == PendingOffer.answered(from)) {
      return PASSES_ACKNOWLEDGED;
    }
    return pending == PendingOffer.of(from) ? TOO_SOON : CROSSES;
  }
}
