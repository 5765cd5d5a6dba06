package org.sipbond.core.resolve;

/**
 * Something that DNS offered and that is no destination.
 *
 * @param what a record or a destination, as it is written
 */
public record Dropped(String what, String reason) {

  /** {@code naptr 10 50 "s" "SIP+D2S" "" _sip._sctp.example.com: transport is unknown}. */
  @Override
  public String toString() {
    return what + ": " + reason;
  }
}
