package org.sipbond.core.record;

/** Records cannot be asked for now. */
public final class ArchiveException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param message what is in the way
   */
  public ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
