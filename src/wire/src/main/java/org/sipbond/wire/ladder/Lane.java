package org.sipbond.wire.ladder;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.sipbond.wire.Endpoints;

/** One vertical line of a ladder and the sockets that it stands for. */
public record Lane(String label, Endpoints endpoints) {
  /** A lane of these sockets only. */
  public static Lane of(String label, InetSocketAddress... sockets) {
    return new Lane(label, Endpoints.of(sockets));
  }

  /** A lane of every port of these addresses; a lane that names the very socket goes before it. */
  public static Lane everyPortOf(String label, InetAddress... hosts) {
    return new Lane(label, Endpoints.everyPortOf(hosts));
  }

  boolean names(InetSocketAddress socket) {
    return endpoints.sockets().contains(socket);
  }

  boolean covers(InetSocketAddress socket) {
    return endpoints.contains(socket);
  }
}
