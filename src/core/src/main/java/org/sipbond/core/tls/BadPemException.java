package org.sipbond.core.tls;

/** A PEM text does not hold what it is to hold. */
public final class BadPemException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final String allowed;

  BadPemException(String found, String allowed) {
    super("found " + found + "; allowed: " + allowed);
    this.found = found;
    this.allowed = allowed;
  }

  BadPemException(String found, String allowed, Throwable cause) {
    this(found, allowed);
    initCause(cause);
  }

  /** What the text holds. */
  public String found() {
    return found;
  }

  /** What it may hold. */
  public String allowed() {
    return allowed;
  }
}
