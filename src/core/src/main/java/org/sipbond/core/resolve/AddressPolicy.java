package org.sipbond.core.resolve;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipbond.core.net.Network;
import org.sipbond.core.resolve.LookupFailure.Cause;

/** Which addresses a request may be sent to. */
public enum AddressPolicy {
  /** The address of any one host. */
  ANY,
  /** Not into private networks, so that a name cannot lead a call from outside into them. */
  PUBLIC;

  /** RFC 6890, as far as hosts are there. */
  private static final List<Network> PRIVATE =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "::1/128",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10")
          .map(network -> Network.parse(network).orElseThrow())
          .toList();

  private static final Network EVERYBODY = Network.parse("255.255.255.255").orElseThrow();

  /** Why nothing may be sent to {@code address}; empty where it may. */
  Optional<Cause> objection(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || EVERYBODY.contains(address)) {
      return Optional.of(Cause.UNUSABLE_ADDRESS);
    }
    return this == PUBLIC && PRIVATE.stream().anyMatch(network -> network.contains(address))
        ? Optional.of(Cause.PRIVATE_ADDRESS)
        : Optional.empty();
  }
}
