// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipbond.core.net.IpLiteral;

/** The connections of one listener, by the peer's socket. */
final class Connections {
  private final ConnectionProcessor listener;
  private final Map<InetSocketAddress, List<Connection>> byPeer = new HashMap<>();

  Connections(ConnectionProcessor listener) {
    this.listener = listener;
  }

  /**
   * Sends by a connection whose peer proved the domain; by a new one where there is none. A
   * connection that was there and breaks is replaced once: its peer may have closed it long ago.
   */
  void send(InetSocketAddress peer, String domain, byte[] message) throws IOException {
    Connection connection = carrying(peer, domain);
    boolean reused = connection.isOpen();
    try {
      connection.write(message);
    } catch (IOException e) {
      if (!reused) {
        throw e;
      }
      carrying(peer, domain).write(message);
    }
  }

  /**
   * Answers by the connection that the peer has opened from that socket, whoever its Via says it is
   * (RFC 3261 §18.2.2); where that is gone, as {@link #send}.
   */
  void respond(InetSocketAddress peer, String domain, byte[] message) throws IOException {
    String socket = IpLiteral.text(peer.getAddress());
    send(peer, isOpen(peer, socket) ? socket : domain, message);
  }

  private synchronized boolean isOpen(InetSocketAddress peer, String domain) {
    return byPeer.getOrDefault(peer, List.of()).stream()
        .anyMatch(connection -> connection.isOpen() && connection.carries(domain));
  }

  /** A connection that may carry a request for the domain, or is about to. */
  private synchronized Connection carrying(InetSocketAddress peer, String domain) {
    List<Connection> there = byPeer.computeIfAbsent(peer, first -> new ArrayList<>());
    for (Connection connection : there) {
      if (connection.carries(domain)) {
        return connection;
      }
    }
    Connection made = Connection.to(listener, peer, domain);
    there.add(made);
    return made;
  }

  synchronized void add(Connection connection) {
    byPeer.computeIfAbsent(connection.peer(), first -> new ArrayList<>()).add(connection);
  }

  synchronized void remove(Connection connection) {
    byPeer.computeIfPresent(
        connection.peer(),
        (peer, there) -> {
          there.remove(connection);
          return there.isEmpty() ? null : there;
        });
  }

  synchronized List<Connection> all() {
    return byPeer.values().stream().flatMap(List::stream).toList();
  }
}
