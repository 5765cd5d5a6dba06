package org.sipbond.testkit.sipp;

/** SIPp could not be run, or its result could not be read; calls that fail are a result. */
public final class SippException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SippException(String message) {
    super(message);
  }

  SippException(String message, Throwable cause) {
    super(message, cause);
  }
}
