package org.sipbond.core.b2bua;

/** What sipbond has to do because of a {@link CallEvent}. */
public enum CallAction {
  /** Look for the next destination; what is found is an event. */
  NEXT_ATTEMPT,
  /** Send the INVITE of the attempt; that it was sent, or could not be, is an event. */
  INVITE_CALLEE,
  /** Answer the caller that there is nothing to send to. */
  REFUSE_CALLER,
  /** Send the provisional response on to the caller. */
  RELAY_PROVISIONAL,
  /** Send the 2xx response on to the caller. */
  RELAY_ANSWER,
  /** Send the final response on to the caller. */
  RELAY_FAILURE,
  /** Answer the caller 487: it hung up instead of cancelling (RFC 3261 §15.1.2), or by order. */
  TERMINATE_CALLER,
  /** Send CANCEL to the callee, once a provisional response has come. See RFC 3261 §9.1. */
  CANCEL_CALLEE,
  /** Acknowledge the callee's 2xx response, with the body of the caller's ACK if there is one. */
  ACK_CALLEE,
  /** Send BYE to the callee. */
  BYE_CALLEE,
  /** Send BYE to the caller. */
  BYE_CALLER
}
