package org.sipbond.wire.agent;

/** What was waited for did not come in time, or something else came that rules it out. */
public final class NotSeenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSeenException(String message) {
    super(message);
  }
}
