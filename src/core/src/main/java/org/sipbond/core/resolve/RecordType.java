package org.sipbond.core.resolve;

import org.sipbond.core.net.AddressFamily;

/** The types of records that RFC 3263 asks for. */
public enum RecordType {
  /** RFC 3403. */
  NAPTR,
  /** RFC 2782. */
  SRV,
  /** RFC 1035 §3.4.1. */
  A,
  /** RFC 3596. */
  AAAA;

  /** The type whose records hold addresses of {@code family}. */
  public static RecordType of(AddressFamily family) {
    return switch (family) {
      case IPV4 -> A;
      case IPV6 -> AAAA;
    };
  }
}
