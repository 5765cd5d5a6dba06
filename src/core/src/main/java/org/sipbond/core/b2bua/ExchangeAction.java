package org.sipbond.core.b2bua;

/** What sipbond has to do because of an {@link ExchangeEvent}. */
public enum ExchangeAction {
  /** Nothing. */
  NOTHING,
  /** Look for the next destination; what is found is an event. */
  NEXT_ATTEMPT,
  /** Send the request of the attempt; that it was sent, or could not be, is an event. */
  SEND,
  /** Send the final response on to the caller. */
  RELAY,
  /** Answer the caller that there is nothing to send to. */
  REFUSE,
  /** Answer the caller that nobody answered in time. */
  GIVE_UP
}
