package org.sipbond.testkit.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/**
 * Sockets that were free for UDP and for TCP when they were asked for. Nothing is kept bound, so
 * somebody else may take one before its user does; on an address of one's own nobody does.
 */
public final class PortAllocator {
  private static final int ATTEMPTS = 100;

  private final Set<InetSocketAddress> given = new HashSet<>();

  /** A socket on that address that was not given before. */
  public InetSocketAddress free(InetAddress address) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      InetSocketAddress socket = new InetSocketAddress(address, freePort(address));
      if (socket.getPort() != 0 && given.add(socket)) {
        return socket;
      }
    }
    throw new IllegalStateException("no free port on " + address + " in " + ATTEMPTS + " attempts");
  }

  /** A port that is free for both; 0 when the one that TCP found is taken for UDP. */
  private static int freePort(InetAddress address) {
    try (ServerSocket tcp = new ServerSocket(0, 1, address);
        DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), address)) {
      return udp.getLocalPort();
    } catch (BindException taken) {
      return 0;
    } catch (IOException failed) {
      throw new UncheckedIOException("no port can be bound on " + address, failed);
    }
  }
}
