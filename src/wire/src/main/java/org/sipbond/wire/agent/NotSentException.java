package org.sipbond.wire.agent;

/** A message could not be handed to the network. */
public final class NotSentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSentException(String message, Throwable cause) {
    super(message, cause);
  }
}
