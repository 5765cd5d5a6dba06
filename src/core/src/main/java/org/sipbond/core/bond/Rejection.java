package org.sipbond.core.bond;

/**
 * A member that was not taken.
 *
 * @param bond the name of the bond it was looked at in
 * @param cause what ruled it out
 * @param reason the same in words, as in "{@code family ipv4 is not ipv6}"
 */
public record Rejection(String bond, Listener listener, Cause cause, String reason) {

  /** What rules a member out, in the order of looking. */
  public enum Cause {
    TRANSPORT,
    FAMILY,
    /** The bond asks for auto-route, and the kernel would send from another address. */
    ROUTE,
    UNUSABLE,
    PRIORITY,
    KEY
  }

  /** {@code extern: ext-udp udp:192.0.2.4:5060: transport udp is not tls}. */
  @Override
  public String toString() {
    return bond + ": " + listener + ": " + reason;
  }
}
