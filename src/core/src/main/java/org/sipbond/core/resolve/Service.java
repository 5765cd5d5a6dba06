package org.sipbond.core.resolve;

import java.util.Locale;
import java.util.Optional;
import org.sipbond.core.net.Transport;

/**
 * A name that has SRV records, and the transport that they are for.
 *
 * @param name such as {@code _sips._tcp.example.com}
 */
record Service(Transport transport, String name) {

  /** RFC 3263 §4.1 and §4.2: TLS is {@code _sips} over TCP. */
  static Service of(Transport transport, String domain) {
    String service =
        switch (transport) {
          case UDP -> "_sip._udp.";
          case TCP -> "_sip._tcp.";
          case TLS -> "_sips._tcp.";
          case WS -> "_sip._ws.";
          case WSS -> "_sips._ws.";
        };
    return new Service(transport, service + domain);
  }

  /** Whether a service of NAPTR is about SIP at all: {@code SIP+D2x} or {@code SIPS+D2x}. */
  static boolean isSip(String service) {
    return service.toUpperCase(Locale.ROOT).matches("SIPS?\\+D2.*");
  }

  /** RFC 3263 §4.1 and RFC 7118 §6; empty for others, such as SCTP of RFC 4168. */
  static Optional<Transport> transport(String service) {
    return switch (service.toUpperCase(Locale.ROOT)) {
      case "SIP+D2U" -> Optional.of(Transport.UDP);
      case "SIP+D2T" -> Optional.of(Transport.TCP);
      case "SIPS+D2T" -> Optional.of(Transport.TLS);
      case "SIP+D2W" -> Optional.of(Transport.WS);
      case "SIPS+D2W" -> Optional.of(Transport.WSS);
      default -> Optional.empty();
    };
  }
}
