package org.sipbond.testkit.capture;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.sipbond.wire.Body;

/**
 * Ethernet, IPv4 and IPv6, UDP and TCP headers. Anything else is no packet of ours; a fragment or a
 * frame that was cut by the capture is a failure, because its message would be lost silently.
 */
final class Decoder {
  private static final int ETHERNET_HEADER = 14;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int IPV6_HEADER = 40;
  private static final int IPV6_FRAGMENT = 44;
  private static final int UDP = 17;
  private static final int TCP = 6;

  private Decoder() {}

  /** Addresses and protocol of an IP packet, and where its payload lies in the frame. */
  private record Ip(InetAddress source, InetAddress destination, int protocol, int from, int to) {}

  static Optional<Packet> decode(PcapStream.Captured captured) {
    if (captured.frame().length() < captured.originalLength()) {
      throw new IllegalStateException(
          "frame of %d bytes was captured with %d"
              .formatted(captured.originalLength(), captured.frame().length()));
    }
    ByteBuffer frame = ByteBuffer.wrap(captured.frame().bytes());
    if (frame.limit() < ETHERNET_HEADER) {
      return Optional.empty();
    }
    int type = Short.toUnsignedInt(frame.getShort(12));
    if (type == IPV4) {
      return transport(captured.when(), frame, ipv4(frame));
    }
    return type == IPV6 ? transport(captured.when(), frame, ipv6(frame)) : Optional.empty();
  }

  private static Ip ipv4(ByteBuffer frame) {
    int start = ETHERNET_HEADER;
    int header = (frame.get(start) & 0x0f) * 4;
    int length = Short.toUnsignedInt(frame.getShort(start + 2));
    if ((frame.getShort(start + 6) & 0x3fff) != 0) {
      throw new IllegalStateException("ipv4 fragment captured; allowed: whole packets");
    }
    return new Ip(
        address(frame, start + 12, 4),
        address(frame, start + 16, 4),
        Byte.toUnsignedInt(frame.get(start + 9)),
        start + header,
        length == 0 ? frame.limit() : start + length);
  }

  private static Ip ipv6(ByteBuffer frame) {
    int start = ETHERNET_HEADER;
    int length = Short.toUnsignedInt(frame.getShort(start + 4));
    int next = Byte.toUnsignedInt(frame.get(start + 6));
    if (next == IPV6_FRAGMENT) {
      throw new IllegalStateException("ipv6 fragment captured; allowed: whole packets");
    }
    int payload = start + IPV6_HEADER;
    return new Ip(
        address(frame, start + 8, 16),
        address(frame, start + 24, 16),
        next,
        payload,
        length == 0 ? frame.limit() : payload + length);
  }

  private static Optional<Packet> transport(Instant when, ByteBuffer frame, Ip ip) {
    if (ip.protocol() != UDP && ip.protocol() != TCP) {
      return Optional.empty();
    }
    InetSocketAddress source = socket(ip.source(), frame, ip.from());
    InetSocketAddress destination = socket(ip.destination(), frame, ip.from() + 2);
    if (ip.protocol() == UDP) {
      Body payload = slice(frame, ip.from() + 8, ip.to());
      return Optional.of(new Packet.Datagram(when, source, destination, payload));
    }
    int header = (frame.get(ip.from() + 12) >> 4 & 0x0f) * 4;
    boolean syn = (frame.get(ip.from() + 13) & 0x02) != 0;
    Body payload = slice(frame, ip.from() + header, ip.to());
    int sequence = frame.getInt(ip.from() + 4);
    return Optional.of(new Packet.Segment(when, source, destination, sequence, syn, payload));
  }

  private static InetSocketAddress socket(InetAddress address, ByteBuffer frame, int at) {
    return new InetSocketAddress(address, Short.toUnsignedInt(frame.getShort(at)));
  }

  private static Body slice(ByteBuffer frame, int from, int to) {
    byte[] bytes = new byte[to - from];
    frame.get(from, bytes);
    return Body.of(bytes);
  }

  private static InetAddress address(ByteBuffer frame, int at, int length) {
    byte[] bytes = new byte[length];
    frame.get(at, bytes);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("address of " + length + " bytes", impossible);
    }
  }
}
