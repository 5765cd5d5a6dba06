package org.sipbond.core.b2bua;

/** What can happen to a bridged request outside of dialogs that is no INVITE. */
public enum ExchangeEvent {
  /** DNS has answered. */
  LOCATED,
  /** There is a destination and a member for the next attempt. */
  ATTEMPT,
  /** There is nothing to send to, or nothing left of it. */
  REFUSED,
  /** The request of the attempt is on its way. */
  SENT,
  /** The attempt ended in a way that another destination may mend. See RFC 3263 §4.3. */
  ATTEMPT_FAILED,
  /** Nothing came for the attempt, not even 100, and another destination is worth a try. */
  ATTEMPT_SILENT,
  /** A final response that stands. */
  ANSWER,
  /** The caller's transaction is about to time out. See {@link NonInvite#ANSWER_WITHIN}. */
  LATE
}
