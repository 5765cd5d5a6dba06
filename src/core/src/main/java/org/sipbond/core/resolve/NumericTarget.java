package org.sipbond.core.resolve;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;

/**
 * Where a URI leads without asking DNS, or why that cannot be said. Follows RFC 3263 §4.1 and §4.2
 * for numeric targets; differs in that a SIPS URI without transport gets TLS by name, where the RFC
 * says TCP and means TLS over it.
 */
public sealed interface NumericTarget {

  /** Calls the function of this case. */
  <T> T fold(Function<Destination, T> found, Function<Refused, T> refused);

  /** Reads a URI. */
  static NumericTarget of(TargetUri uri) {
    Optional<Transport> transport = transport(uri);
    Optional<InetAddress> address = IpLiteral.parse(uri.target());
    if (transport.isEmpty()) {
      return new Refused(false, "no transport for " + uri, "a transport of " + transports(uri));
    }
    if (address.isEmpty()) {
      return new Refused(true, "host name " + uri.target() + " is no IP address", "an IP address");
    }
    if (address.get().isAnyLocalAddress() || address.get().isMulticastAddress()) {
      return new Refused(
          false, "nothing can be sent to " + uri.target(), "the address of one host");
    }
    int port = uri.port() == TargetUri.NO_PORT ? transport.get().defaultPort() : uri.port();
    return new Found(new Destination(transport.get(), address.get(), port, uri.host()));
  }

  /** RFC 3263 §4.1; for SIPS the secure twin of the named transport (RFC 3261 §19.1.2). */
  static Optional<Transport> transport(TargetUri uri) {
    Optional<Transport> named =
        Optional.ofNullable(uri.parameters().get("transport"))
            .map(Transport::named)
            .orElse(Optional.of(uri.secure() ? Transport.TLS : Transport.UDP));
    return uri.secure() ? named.flatMap(NumericTarget::secured) : named;
  }

  private static Optional<Transport> secured(Transport named) {
    return switch (named) {
      case TCP, TLS -> Optional.of(Transport.TLS);
      case WS, WSS -> Optional.of(Transport.WSS);
      case UDP -> Optional.empty();
    };
  }

  private static String transports(TargetUri uri) {
    List<String> names =
        uri.secure()
            ? Transport.names().stream().filter(name -> !name.equals("udp")).toList()
            : Transport.names();
    return String.join(", ", names);
  }

  /** A numeric target. */
  record Found(Destination destination) implements NumericTarget {
    @Override
    public <T> T fold(Function<Destination, T> found, Function<Refused, T> refused) {
      return found.apply(destination);
    }
  }

  /**
   * Anything else, and why.
   *
   * @param hostName whether DNS could tell more
   * @param allowed what could be sent to
   */
  record Refused(boolean hostName, String why, String allowed) implements NumericTarget {
    @Override
    public <T> T fold(Function<Destination, T> found, Function<Refused, T> refused) {
      return refused.apply(this);
    }

    /** What was found and what is allowed, in a line. */
    public String reason() {
      return why + "; allowed: " + allowed;
    }
  }
}
