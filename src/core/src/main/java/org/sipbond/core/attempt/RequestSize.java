package org.sipbond.core.attempt;

import org.sipbond.core.net.Transport;

/**
 * How long a request will be on the wire, as far as that can be said before it is written.
 *
 * @param bytes with all headers and the body; at most 100 too many
 */
public record RequestSize(int bytes) {
  /** The most that goes by UDP where the path MTU is not known. See RFC 3261 §18.1.1. */
  public static final int MOST_BY_UDP = 1300;

  /** Whether UDP is not meant for it: whoever splits a datagram loses it more easily. */
  public boolean isLarge() {
    return bytes > MOST_BY_UDP;
  }

  /** What is to be said where a large request goes by {@code transport}; empty text otherwise. */
  public String remark(Transport transport) {
    if (!isLarge()) {
      return "";
    }
    return transport == Transport.UDP
        ? bytes + " bytes, though by udp for want of anything else"
        : bytes + " bytes, too many for udp";
  }
}
