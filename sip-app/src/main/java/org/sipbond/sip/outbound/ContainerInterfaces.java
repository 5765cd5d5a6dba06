package org.sipbond.sip.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipURI;
import org.sipbond.core.bond.ListenerKey;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/** The outbound interfaces of the container, read anew each time. See JSR 289 §14.2. */
public final class ContainerInterfaces {
  private final ServletContext context;

  public ContainerInterfaces(ServletContext context) {
    this.context = context;
  }

  /** The sockets that the container has; each once, however often and however it is spelled. */
  public List<ListenerKey> sockets() {
    return uris().stream().flatMap(uri -> socket(uri).stream()).distinct().toList();
  }

  /** The container's own URI of a socket; empty when it has no such socket. */
  Optional<SipURI> uri(ListenerKey socket) {
    return uris().stream()
        .filter(uri -> socket(uri).filter(socket::equals).isPresent())
        .findFirst();
  }

  private List<SipURI> uris() {
    List<SipURI> uris = new ArrayList<>();
    if (context.getAttribute(SipServlet.OUTBOUND_INTERFACES) instanceof List<?> interfaces) {
      for (Object each : interfaces) {
        if (each instanceof SipURI uri) {
          uris.add(uri);
        }
      }
    }
    return uris;
  }

  private static Optional<ListenerKey> socket(SipURI uri) {
    Transport transport =
        Optional.ofNullable(uri.getTransportParam())
            .flatMap(Transport::named)
            .orElse(Transport.UDP);
    return IpLiteral.parse(uri.getHost())
        .map(address -> new ListenerKey(transport, address, port(uri, transport)));
  }

  private static int port(SipURI uri, Transport transport) {
    return uri.getPort() > 0 ? uri.getPort() : transport.defaultPort();
  }
}
