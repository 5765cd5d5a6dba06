package org.sipbond.core.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;

/**
 * A socket in the notation of OpenSIPS: {@code udp:192.0.2.1:5060}.
 *
 * @param host an IP literal, IPv6 in brackets, or the name of an interface
 */
record SocketText(Transport transport, String host, int port) {
  static final String ALLOWED =
      "transport:address:port, such as udp:192.0.2.1:5060, tls:[2001:db8::1]:5061 or udp:eth0:5060";
  private static final Pattern NOTATION =
      Pattern.compile("([^:]*):(\\[[^\\]]*\\]|[^:\\[\\]]*):([^:]*)");

  /** Reads the notation; each part that is wrong is noted. */
  static Optional<SocketText> read(Value value) {
    Optional<Matcher> parts =
        value.as(text -> Optional.of(NOTATION.matcher(text)).filter(Matcher::matches), ALLOWED);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Optional<Transport> transport =
        part(value, Transport.named(parts.get().group(1)), String.join(", ", Transport.names()));
    Optional<Integer> port =
        part(value, HostPort.parsePort(parts.get().group(3)), "a port from 1 to 65535");
    String host = parts.get().group(2);
    return transport.flatMap(named -> port.map(number -> new SocketText(named, host, number)));
  }

  private static <T> Optional<T> part(Value value, Optional<T> part, String allowed) {
    return part.isPresent()
        ? part
        : value.refused(Value.quoted(value.text(ALLOWED).orElse("")), allowed);
  }

  /** {@code udp:192.0.2.1:5060}. */
  @Override
  public String toString() {
    return transport + ":" + host + ":" + port;
  }
}
