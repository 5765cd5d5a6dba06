package org.sipbond.testkit.capture;

/** The capture cannot be trusted: it did not run, or it lost something. */
public final class CaptureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CaptureException(String message) {
    super(message);
  }

  CaptureException(String message, Throwable cause) {
    super(message, cause);
  }
}
