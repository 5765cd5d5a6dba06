package org.sipbond.core.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;

/** Reads {@code listeners}: names with sockets, interface names expanded. */
final class ListenersReader {
  private static final String ONE_ALLOWED =
      SocketText.ALLOWED + "; or { bind = such a socket, advertise = host or host:port }";
  private static final String HOST_ALLOWED =
      "an IP address, IPv6 in brackets, or the name of an interface that this machine has";

  private final InterfaceAddresses interfaces;
  private final Map<Port, String> taken = new LinkedHashMap<>();

  ListenersReader(InterfaceAddresses interfaces) {
    this.interfaces = interfaces;
  }

  /** What two sockets of this machine cannot share: TLS and WebSocket are on TCP ports too. */
  private record Port(boolean datagram, InetAddress address, int number) {}

  /** By declared name: the listeners that it stands for, none where it has a problem. */
  Map<String, List<Listener>> read(Value listeners) {
    Map<String, List<Listener>> byName = new LinkedHashMap<>();
    Map<String, Value> declared =
        listeners.someNames("a block of names with sockets", "int-udp = \"udp:192.0.2.1:5060\"");
    declared.forEach(
        (name, value) -> byName.put(name, Name.check(name, value) ? one(name, value) : List.of()));
    return byName;
  }

  private List<Listener> one(String name, Value value) {
    if (value.isScalar()) {
      return sockets(name, value, Optional.empty());
    }
    Optional<Block> block = value.block(Keys.ONE_LISTENER, ONE_ALLOWED);
    return block
        .flatMap(keys -> keys.need(Keys.BIND, SocketText.ALLOWED))
        .map(bind -> sockets(name, bind, block.flatMap(keys -> keys.get(Keys.ADVERTISE))))
        .orElse(List.of());
  }

  private List<Listener> sockets(String name, Value bind, Optional<Value> advertise) {
    Optional<SocketText> socket = SocketText.read(bind);
    List<InetAddress> addresses = socket.map(text -> addresses(text, bind)).orElse(List.of());
    if (socket.isEmpty() || addresses.isEmpty()) {
      return List.of();
    }
    boolean expanded = IpLiteral.parse(socket.get().host()).isEmpty();
    Optional<HostPort> advertised =
        advertise.flatMap(value -> AdvertiseReader.read(value, socket.get(), addresses));
    List<Listener> listeners = new ArrayList<>();
    for (InetAddress address : addresses) {
      String full = expanded ? name + "/" + IpLiteral.text(address) : name;
      if (isFree(full, socket.get(), address, bind)) {
        listeners.add(listener(full, socket.get(), address, advertised));
      }
    }
    return listeners;
  }

  private static Listener listener(
      String name, SocketText socket, InetAddress address, Optional<HostPort> advertised) {
    HostPort own = HostPort.of(address, socket.port());
    return new Listener(name, socket.transport(), address, socket.port(), advertised.orElse(own));
  }

  private List<InetAddress> addresses(SocketText socket, Value bind) {
    Optional<InetAddress> literal = IpLiteral.parse(socket.host());
    if (literal.isPresent()) {
      return single(literal.get(), socket, bind);
    }
    Optional<List<InetAddress>> found =
        socket.host().isEmpty() ? Optional.empty() : interfaces.of(socket.host());
    List<InetAddress> usable =
        found.orElse(List.of()).stream()
            .filter(ListenersReader::fitsInAUri)
            .map(ListenersReader::withoutZone)
            .toList();
    if (usable.isEmpty()) {
      String what = found.isPresent() ? ", an interface without an address" : "";
      bind.refused(Value.quoted(socket.toString()) + what, HOST_ALLOWED);
    }
    return usable;
  }

  private static List<InetAddress> single(InetAddress address, SocketText socket, Value bind) {
    if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
      bind.refused(
          Value.quoted(socket.toString()),
          "one address or interface for each listener, because peers answer to the address that"
              + " the Via header names");
      return List.of();
    }
    return List.of(address);
  }

  /** A link-local IPv6 address needs a zone, which no URI can hold (RFC 3261 §25.1). */
  private static boolean fitsInAUri(InetAddress address) {
    return !(address instanceof Inet6Address && address.isLinkLocalAddress());
  }

  private static InetAddress withoutZone(InetAddress address) {
    return IpLiteral.parse(IpLiteral.text(address)).orElseThrow();
  }

  private boolean isFree(String name, SocketText socket, InetAddress address, Value bind) {
    String other =
        taken.putIfAbsent(new Port(!socket.transport().reliable(), address, socket.port()), name);
    if (other != null) {
      bind.refused(
          Value.quoted(socket.toString()) + ", a port that listener " + other + " has",
          "each address and port once for udp, and once for all of tcp, tls, ws and wss");
    }
    return other == null;
  }
}
