package org.sipbond.core.b2bua;

/**
 * Whose re-INVITE or UPDATE is on its way through a call. There is one at most, so that offers
 * never cross (RFC 3264 §4). A re-INVITE is over with its ACK, or with a failure; an UPDATE with
 * its final response. The INVITE that began the call is none of these; see {@link CallState}.
 */
public enum PendingOffer {
  NOBODYS,
  CALLERS,
  CALLEES,
  /** The caller's INVITE carried the offer and has its answer: its ACK says nothing more. */
  CALLERS_ANSWERED,
  /** The same of the callee's. */
  CALLEES_ANSWERED,
  /** A refresh of sipbond's own, on either leg. See RFC 4028 §7.4. */
  OURS;

  /** That of a party. */
  public static PendingOffer of(Party party) {
    return party == Party.CALLER ? CALLERS : CALLEES;
  }

  /** That of a party, of which only the ACK is missing, and that says nothing. */
  public static PendingOffer answered(Party party) {
    return party == Party.CALLER ? CALLERS_ANSWERED : CALLEES_ANSWERED;
  }
}
