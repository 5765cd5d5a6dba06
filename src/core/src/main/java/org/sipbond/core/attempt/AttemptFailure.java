package org.sipbond.core.attempt;

import java.util.Locale;
import java.util.Optional;

/** What makes a request go on to the next destination (RFC 3263 §4.3). */
public enum AttemptFailure {
  /** The peer answered 503. */
  UNAVAILABLE,
  /** No final answer before the transaction timed out (RFC 3261 §17.1). */
  TIMEOUT,
  /** The message could not be sent: ICMP, or a connection that broke. */
  TRANSPORT_ERROR,
  /** TCP or TLS could not connect. */
  CONNECT_FAILED;

  private static final int SERVICE_UNAVAILABLE = 503;

  /** The failure that a final answer of the peer is; empty where the answer stands. */
  public static Optional<AttemptFailure> of(int status) {
    return status == SERVICE_UNAVAILABLE ? Optional.of(UNAVAILABLE) : Optional.empty();
  }

  /** The final answer of the peer that the failure is; empty where there was none. */
  public Optional<Integer> status() {
    return this == UNAVAILABLE ? Optional.of(SERVICE_UNAVAILABLE) : Optional.empty();
  }

  /** {@code connect-failed}: the value of a label. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
