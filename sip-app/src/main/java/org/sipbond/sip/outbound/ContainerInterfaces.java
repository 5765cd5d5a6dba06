package org.sipbond.sip.outbound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipURI;
import org.sipbond.core.bond.ListenerKey;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/** The outbound interfaces of the container, read anew when they change. See JSR 289 §14.2. */
public final class ContainerInterfaces {
  private final ServletContext context;
  private volatile Known known = read(List.of());

  public ContainerInterfaces(ServletContext context) {
    this.context = context;
  }

  /** The sockets that the container has; each once, however often and however it is spelled. */
  public List<ListenerKey> sockets() {
    return List.copyOf(known().bySocket().keySet());
  }

  /** The container's own URI of a socket; empty when it has no such socket. */
  Optional<SipURI> uri(ListenerKey socket) {
    return Optional.ofNullable(known().bySocket().get(socket));
  }

  /** Read again when the container has put another list, or another number of them, in place. */
  private Known known() {
    List<?> interfaces =
        context.getAttribute(SipServlet.OUTBOUND_INTERFACES) instanceof List<?> list
            ? list
            : List.of();
    Known last = known;
    if (last.interfaces() != interfaces || last.size() != interfaces.size()) {
      last = read(interfaces);
      known = last;
    }
    return last;
  }

  private static Known read(List<?> interfaces) {
    Map<ListenerKey, SipURI> bySocket = new LinkedHashMap<>();
    for (Object each : interfaces) {
      if (each instanceof SipURI uri) {
        socket(uri).ifPresent(socket -> bySocket.putIfAbsent(socket, uri));
      }
    }
    return new Known(interfaces, interfaces.size(), bySocket);
  }

  /** What was read last, for each leg of each call asks. */
  private record Known(List<?> interfaces, int size, Map<ListenerKey, SipURI> bySocket) {}

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
