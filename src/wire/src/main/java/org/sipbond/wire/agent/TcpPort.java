package org.sipbond.wire.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sipbond.wire.WireMessage;

/**
 * One listening TCP or TLS socket and its connections. A connection is found again by its remote
 * socket, so a peer's listening port is reached by a connection of our own, not by the one that the
 * peer opened from another port; connections are never shared by alias (RFC 5923).
 */
final class TcpPort implements Port {
  private static final int CONNECT_MILLIS = 5_000;

  private final Sockets sockets;
  private final ServerSocket server;
  private final InetSocketAddress local;
  private final WireLog log;
  private final Map<InetSocketAddress, TcpLine> lines = new ConcurrentHashMap<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private volatile Inbox inbox = (message, back) -> {};

  private TcpPort(Sockets sockets, ServerSocket server, WireLog log) {
    this.sockets = sockets;
    this.server = server;
    this.local = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    this.log = log;
  }

  static TcpPort open(Sockets sockets, InetAddress address, int port, WireLog log)
      throws IOException {
    return new TcpPort(sockets, sockets.listening(address, port), log);
  }

  @Override
  public void listen(Inbox reader) {
    inbox = reader;
    threads.add(Daemon.start("sipbond-agent-tcp-" + local.getPort(), this::accept));
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public Line to(InetSocketAddress remote) throws IOException {
    TcpLine line = lines.get(remote);
    return line == null ? connect(remote) : line;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (TcpLine line : lines.values()) {
      line.close();
    }
    Daemon.awaitEnd(threads);
  }

  /** The accepting thread's last connection may come after close has closed all others. */
  private void accept() {
    while (!server.isClosed()) {
      try {
        TcpLine line = serve(server.accept());
        if (server.isClosed()) {
          line.close();
        }
      } catch (IOException closed) {
        // the loop's condition tells whether it was the listening socket
      }
    }
  }

  private Line connect(InetSocketAddress remote) throws IOException {
    Socket socket = sockets.connecting();
    try {
      socket.bind(new InetSocketAddress(local.getAddress(), 0));
      socket.connect(remote, CONNECT_MILLIS);
      return serve(socket);
    } catch (IOException failed) {
      socket.close();
      throw new IOException(
          sockets.transport() + " connection to " + WireMessage.text(remote) + " failed", failed);
    }
  }

  private TcpLine serve(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    TcpLine line = new TcpLine(socket, sockets.transport(), log);
    lines.put(line.remote(), line);
    Daemon.start(
        "sipbond-agent-tcp-" + local.getPort() + "-from-" + line.remote().getPort(),
        () -> {
          line.read(inbox);
          lines.remove(line.remote(), line);
        });
    return line;
  }
}
