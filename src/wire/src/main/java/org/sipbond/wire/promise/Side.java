package org.sipbond.wire.promise;

import java.net.InetSocketAddress;
import java.util.List;
import org.sipbond.core.bond.Listener;
import org.sipbond.wire.Endpoints;

/**
 * One network that a call touches.
 *
 * @param name usually of the bond
 * @param members the listeners from which sipbond may send there; a test that expects one member
 *     names only that one
 * @param peers the sockets of the others on that network; a TCP peer with a port that the system
 *     chooses is found by the listener that it connects to, so its port need not be known
 * @param silent whether sipbond must send nothing there
 */
public record Side(String name, List<Listener> members, Endpoints peers, boolean silent) {
  /** Keeps a copy; fails when a member is among the peers, because then nobody is on any side. */
  public Side {
    members = List.copyOf(members);
    for (Listener member : members) {
      if (peers.contains(socketOf(member))) {
        throw new IllegalArgumentException(
            "side " + name + ": member " + member + " is among its peers; allowed: other sockets");
      }
    }
  }

  /** A side to which sipbond must send. */
  public static Side of(String name, List<Listener> members, Endpoints peers) {
    return new Side(name, members, peers, false);
  }

  /** The same side when a refused call must not reach it. */
  public Side silenced() {
    return new Side(name, members, peers, true);
  }

  boolean listensOn(InetSocketAddress socket) {
    return members.stream().anyMatch(member -> socketOf(member).equals(socket));
  }

  static InetSocketAddress socketOf(Listener listener) {
    return new InetSocketAddress(listener.address(), listener.port());
  }
}
