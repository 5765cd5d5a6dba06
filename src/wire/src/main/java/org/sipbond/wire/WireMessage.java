package org.sipbond.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/**
 * One message that went over the wire, with the socket addresses that the network saw.
 *
 * @param when sent, received, or captured; over TCP, when its last byte was
 * @param source real source, whatever the message says
 * @param destination real destination
 */
public record WireMessage(
    Instant when,
    Transport transport,
    InetSocketAddress source,
    InetSocketAddress destination,
    SipText text) {

  /** Fails on an address that was never resolved. */
  public WireMessage {
    if (source.isUnresolved() || destination.isUnresolved()) {
      throw new IllegalArgumentException(
          "unresolved address; found: " + source + " to " + destination + "; allowed: numeric");
    }
  }

  /** {@code udp 127.0.0.1:5060 > [::1]:5062}. */
  public String path() {
    return transport + " " + text(source) + " > " + text(destination);
  }

  /** Start line and path. */
  @Override
  public String toString() {
    return text.startLine() + " (" + path() + ")";
  }

  /** A socket address in the notation of listeners, without transport. */
  public static String text(InetSocketAddress socket) {
    InetAddress address = socket.getAddress();
    return new HostPort(IpLiteral.text(address), socket.getPort()).toString();
  }
}
