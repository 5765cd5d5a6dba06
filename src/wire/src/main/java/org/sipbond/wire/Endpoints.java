package org.sipbond.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The sockets of one party.
 *
 * @param sockets addresses with port
 * @param hosts addresses on which every port is this party's, such as those of a TCP caller with
 *     ports that the system chooses
 */
public record Endpoints(Set<InetSocketAddress> sockets, Set<InetAddress> hosts) {
  /** Keeps copies. */
  public Endpoints {
    sockets = Set.copyOf(sockets);
    hosts = Set.copyOf(hosts);
  }

  /** These sockets only. */
  public static Endpoints of(InetSocketAddress... sockets) {
    return new Endpoints(new LinkedHashSet<>(Arrays.asList(sockets)), Set.of());
  }

  /** Every port of these addresses. */
  public static Endpoints everyPortOf(InetAddress... hosts) {
    return new Endpoints(Set.of(), new LinkedHashSet<>(Arrays.asList(hosts)));
  }

  /** Whether this socket address is one of them. */
  public boolean contains(InetSocketAddress socket) {
    return sockets.contains(socket) || hosts.contains(socket.getAddress());
  }
}
