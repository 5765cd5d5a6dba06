package org.sipbond.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Ports below those that Linux gives out, free for UDP and TCP when asked for. Test classes run in
 * several processes side by side, so each of these has a range of its own.
 */
public final class FreePorts {
  private static final int RANGE = 3_000;
  private static final int FIRST =
      20_000 + Integer.getInteger("surefire.forkNumber", 0) % 4 * RANGE;
  private static final int LAST = FIRST + RANGE - 1;

  private int next = FIRST + (int) (ProcessHandle.current().pid() * 61 % (LAST - FIRST));

  /** A socket on that address that was not given before. */
  public InetSocketAddress on(InetAddress address) {
    for (int attempt = FIRST; attempt <= LAST; attempt++) {
      next = next < LAST ? next + 1 : FIRST;
      if (isFree(address, next)) {
        return new InetSocketAddress(address, next);
      }
    }
    throw new IllegalStateException("no free port from " + FIRST + " to " + LAST);
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket tcp = new ServerSocket(port, 1, address);
        DatagramSocket udp = new DatagramSocket(port, address)) {
      return tcp.isBound() && udp.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException failed) {
      throw new UncheckedIOException("no port can be bound on " + address, failed);
    }
  }
}
