package org.sipbond.sip.message;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Iterator;
import java.util.Optional;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.URI;
import org.sipbond.core.b2bua.Fingerprint;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.ListenerKey;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.rule.RequestFacts;

/** Reads from a request what rules look at. */
public final class RequestReader {

  private RequestReader() {}

  /** The socket that the request came in by; empty when the container does not say. */
  public static Optional<ListenerKey> socket(SipServletRequest request) {
    Optional<InetAddress> address = literal(request.getLocalAddr());
    Optional<Transport> transport =
        Optional.ofNullable(request.getTransport()).flatMap(Transport::named);
    return address.flatMap(
        ip -> transport.map(found -> new ListenerKey(found, ip, request.getLocalPort())));
  }

  /** The facts of a request; empty when its Request-URI is no SIP URI. */
  public static Optional<RequestFacts> facts(SipServletRequest request, Listener ingress) {
    return TargetUri.parse(request.getRequestURI().toString())
        .flatMap(
            uri ->
                literal(request.getRemoteAddr())
                    .map(
                        source ->
                            new RequestFacts(
                                request.getMethod(),
                                ingress,
                                source,
                                uri,
                                uriOf(request.getFrom()),
                                uriOf(request.getTo()))));
  }

  /**
   * What the request is known by when it comes back.
   *
   * @throws IOException if the body cannot be read
   */
  public static Fingerprint fingerprint(SipServletRequest request, Bond ingress)
      throws IOException {
    byte[] body = request.getRawContent();
    return Fingerprint.of(
        ingress.name(),
        TargetUri.parse(request.getRequestURI().toString()).orElseThrow(),
        uriOf(request.getFrom()),
        uriOf(request.getTo()),
        body == null ? new byte[0] : body);
  }

  /**
   * Where a request within a dialog goes: its first Route header, else its Request-URI (RFC 3261
   * §12.2.1.1); empty when that is no SIP URI.
   */
  public static Optional<TargetUri> nextHop(SipServletRequest request) {
    Iterator<String> routes = request.getHeaders("Route");
    URI uri = routes.hasNext() ? routed(request).getURI() : request.getRequestURI();
    return TargetUri.parse(uri.toString());
  }

  private static Address routed(SipServletRequest request) {
    try {
      return request.getAddressHeader("Route");
    } catch (ServletParseException broken) {
      throw new IllegalStateException("the dialog has a broken route set", broken);
    }
  }

  private static Optional<InetAddress> literal(String address) {
    return Optional.ofNullable(address).flatMap(IpLiteral::parse);
  }

  private static String uriOf(Address address) {
    return address.getURI().toString();
  }
}
