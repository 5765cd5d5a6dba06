package org.sipbond.core.b2bua;

/** What sipbond has to send because of a {@link CallEvent}. */
public enum CallAction {
  /** Send the provisional response on to the caller. */
  RELAY_PROVISIONAL,
  /** Send the 2xx response on to the caller. */
  RELAY_ANSWER,
  /** Send the final response on to the caller. */
  RELAY_FAILURE,
  /** Send CANCEL to the callee, once a provisional response has come. See RFC 3261 §9.1. */
  CANCEL_CALLEE,
  /** Acknowledge the callee's 2xx response, with the body of the caller's ACK if there is one. */
  ACK_CALLEE,
  /** Send BYE to the callee. */
  BYE_CALLEE,
  /** Send BYE to the caller. */
  BYE_CALLER
}
