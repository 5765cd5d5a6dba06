package org.sipbond.core.resolve;

import java.net.InetAddress;
import java.util.Optional;
import org.sipbond.core.net.AddressPolicy;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Network;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.LookupFailure.Cause;

/**
 * Who has to be found, for whom.
 *
 * @param capabilities what the bond can send, with its fallbacks where it names some
 */
public record Target(TargetUri uri, Capabilities capabilities, AddressPolicy addresses) {
  private static final Network EVERYBODY = Network.parse("255.255.255.255").orElseThrow();

  /** A target whose addresses may be any. */
  public static Target of(TargetUri uri, Capabilities capabilities) {
    return new Target(uri, capabilities, AddressPolicy.ANY);
  }

  /** {@code maddr}, else the host of the URI: what RFC 3263 §4 calls TARGET. */
  String host() {
    return DnsName.canonical(uri.target());
  }

  Optional<InetAddress> numeric() {
    return IpLiteral.parse(uri.target());
  }

  /** Why nothing may be sent to {@code address}; empty where it may. */
  Optional<Cause> objection(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || EVERYBODY.contains(address)) {
      return Optional.of(Cause.UNUSABLE_ADDRESS);
    }
    return addresses.forbids(address) ? Optional.of(Cause.PRIVATE_ADDRESS) : Optional.empty();
  }

  boolean hasPort() {
    return uri.port() != TargetUri.NO_PORT;
  }

  boolean namesTransport() {
    return uri.parameters().containsKey("transport");
  }

  /**
   * The transport of the URI, or the one for a host about which nothing else is known (RFC 3263
   * §4.1); empty where the URI names one that there is not.
   */
  Optional<Transport> transport() {
    return NumericTarget.transport(uri);
  }

  /** The port of the URI, or the transport's own. */
  int port(Transport transport) {
    return hasPort() ? uri.port() : transport.defaultPort();
  }

  /** Whether the URI may be sent by {@code transport} at all: a SIPS URI only by TLS. */
  boolean takes(Transport transport) {
    return !uri.secure() || transport == Transport.TLS || transport == Transport.WSS;
  }

  boolean canSend(Transport transport) {
    return !capabilities.families(transport).isEmpty();
  }

  /** {@code sip:example.com by udp over ipv4, tls over ipv6}. */
  @Override
  public String toString() {
    return uri + " by " + capabilities;
  }
}
