package org.sipbond.container;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/**
 * Tries every socket before the container starts, because the container tells less about a socket
 * that it cannot have. All are held open until the last was tried, so that two listeners on one
 * socket are found as well.
 */
public final class Preflight implements AutoCloseable {
  private final List<Closeable> open = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Preflight() {}

  /** What keeps these sockets from being bound, one line each; empty when nothing does. */
  static List<String> problems(List<Listener> listeners, InetAddress httpAddress, int httpPort) {
    try (Preflight preflight = new Preflight()) {
      for (Listener listener : listeners) {
        preflight.attempt(listener);
      }
      String http = "tcp:" + text(httpAddress) + ":" + httpPort + " (http)";
      preflight.attempt(http, Transport.TCP, httpAddress, httpPort);
      return List.copyOf(preflight.problems);
    }
  }

  /** What keeps one listener from being bound, in one line; empty when nothing does. */
  public static Optional<String> problem(Listener listener) {
    try (Preflight preflight = new Preflight()) {
      preflight.attempt(listener);
      return preflight.problems.stream().findFirst();
    }
  }

  private void attempt(Listener listener) {
    attempt(
        listener.notation() + " (listener " + listener.name() + ")",
        listener.transport(),
        listener.address(),
        listener.port());
  }

  private void attempt(String what, Transport transport, InetAddress address, int port) {
    reason(transport, address, port)
        .ifPresent(reason -> problems.add("cannot listen on " + what + ": " + reason));
  }

  private Optional<String> reason(Transport transport, InetAddress address, int port) {
    if (!isHere(address)) {
      return Optional.of("address is not on this machine; addresses here: " + addressesHere());
    }
    try {
      open.add(bind(transport, address, port));
      return Optional.empty();
    } catch (SocketException e) {
      return Optional.of(taken(e) ? "port is taken" : String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Closeable bind(Transport transport, InetAddress address, int port)
      throws IOException {
    InetSocketAddress socketAddress = new InetSocketAddress(address, port);
    if (transport == Transport.UDP) {
      DatagramSocket socket = new DatagramSocket(null);
      try {
        socket.bind(socketAddress);
        return socket;
      } catch (SocketException e) {
        socket.close();
        throw e;
      }
    }
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(
          true); // as the container does; what only waits to be forgotten is free
      socket.bind(socketAddress);
      return socket;
    } catch (SocketException e) {
      socket.close();
      throw e;
    }
  }

  private static boolean isHere(InetAddress address) {
    try (DatagramSocket any = new DatagramSocket(null)) {
      any.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (SocketException notHere) {
      return false;
    }
  }

  private static boolean taken(SocketException e) {
    return String.valueOf(e.getMessage()).contains("in use");
  }

  private static String addressesHere() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLinkLocalAddress())
          .map(IpLiteral::text)
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (SocketException e) {
      return "unknown (" + e.getMessage() + ")";
    }
  }

  /** As in the notation of listeners; a port of 0 is no {@link HostPort}. */
  private static String text(InetAddress address) {
    String text = IpLiteral.text(address);
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }

  @Override
  public void close() {
    for (Closeable socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        problems.add("cannot close a socket that was only tried: " + e.getMessage());
      }
    }
  }
}
