package org.sipbond.core.b2bua;

/**
 * One header field of a message.
 *
 * @param name as it was written, or in its compact form (RFC 3261 §7.3.3)
 * @param value as it was written; may hold several values with commas in between
 */
public record HeaderField(String name, String value) {

  /** Whether it is the field of that long name, however it is written. */
  boolean is(String longName) {
    return HeaderTable.row(name).name().equals(longName);
  }

  /** {@code Subject: for everybody}. */
  @Override
  public String toString() {
    return name + ": " + value;
  }
}
