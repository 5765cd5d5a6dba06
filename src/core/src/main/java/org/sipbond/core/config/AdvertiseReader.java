package org.sipbond.core.config;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;

/** Reads {@code advertise}: what peers see of a listener. */
final class AdvertiseReader {
  private static final String ALLOWED =
      "host or host:port, such as 198.51.100.7:5060, [2001:db8::1] or sbc.example.com";

  private AdvertiseReader() {}

  static Optional<HostPort> read(Value advertise, SocketText socket, List<InetAddress> addresses) {
    Optional<HostPort> advertised = advertise.as(text -> parse(text, socket.port()), ALLOWED);
    if (advertised.isPresent() && addresses.size() > 1) {
      return advertise.refused(
          Value.quoted(advertised.get().toString())
              + " for the "
              + addresses.size()
              + " addresses of "
              + socket.host(),
          "a bind with one address");
    }
    return advertised.filter(given -> isOneHostOf(addresses.get(0), given, advertise));
  }

  /** IPv6 only in brackets: without them, a port would read as the end of the address. */
  private static Optional<HostPort> parse(String text, int port) {
    return HostPort.parse(text)
        .or(
            () ->
                Optional.of(text)
                    .filter(host -> host.indexOf(':') < 0 || host.startsWith("["))
                    .flatMap(HostPort::canonicalHost)
                    .map(host -> new HostPort(host, port)));
  }

  private static boolean isOneHostOf(InetAddress bound, HostPort advertised, Value value) {
    Optional<InetAddress> literal = IpLiteral.parse(advertised.host());
    AddressFamily family = AddressFamily.of(bound);
    boolean fits =
        literal
            .map(
                address ->
                    AddressFamily.of(address) == family
                        && !address.isAnyLocalAddress()
                        && !address.isMulticastAddress())
            .orElse(true);
    if (!fits) {
      value.refused(
          Value.quoted(advertised.toString()), "one address of family " + family + ", or a name");
    }
    return fits;
  }
}
