package org.sipbond.testkit.capture;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.sipbond.wire.Body;

/** One captured UDP datagram or TCP segment. */
sealed interface Packet {
  Instant when();

  InetSocketAddress source();

  InetSocketAddress destination();

  Body payload();

  record Datagram(
      Instant when, InetSocketAddress source, InetSocketAddress destination, Body payload)
      implements Packet {}

  /**
   * A segment.
   *
   * @param sequence of the first byte of payload, as an unsigned 32 bit number that wraps
   */
  record Segment(
      Instant when,
      InetSocketAddress source,
      InetSocketAddress destination,
      int sequence,
      boolean syn,
      Body payload)
      implements Packet {}
}
