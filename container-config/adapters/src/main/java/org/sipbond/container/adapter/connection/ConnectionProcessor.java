// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.ConnectionOrientedMessageChannel;
import gov.nist.javax.sip.stack.ConnectionOrientedMessageProcessor;
import gov.nist.javax.sip.stack.MessageChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sip.ListeningPoint;
import org.apache.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.sipbond.core.net.Transport;

/** A listening socket for TCP or TLS, with the connections that it accepted or opened. */
final class ConnectionProcessor extends ConnectionOrientedMessageProcessor implements Runnable {
  private static final Logger LOG = Logger.getLogger(ConnectionProcessor.class);
  private static final int BACKLOG = 1024;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Transport kind;
  private final ConnectionSettings settings;
  private final Layer layer;
  private final Connections connections = new Connections(this);
  private final SipStackImpl stack;
  private final String name;
  private @Nullable ServerSocket server;

  /** A listener that is not bound yet. */
  ConnectionProcessor(SipStackImpl stack, InetAddress address, int port, Transport kind)
      throws IOException {
    super(address, port, kind.toString(), stack);
    this.kind = kind;
    this.stack = stack;
    name = kind + ":" + org.sipbond.core.net.HostPort.of(address, port);
    settings =
        ConnectionSettings.of(
            stack.getConfigurationProperties(), org.sipbond.core.net.HostPort.of(address, port));
    layer = kind == Transport.TLS ? new TlsLayer(new TlsFiles(settings), settings) : Layer.NONE;
  }

  SipStackImpl stack() {
    return stack;
  }

  /** {@code tls:192.0.2.4:5061}. */
  String name() {
    return name;
  }

  ConnectionSettings settings() {
    return settings;
  }

  Layer layer() {
    return layer;
  }

  Connections connections() {
    return connections;
  }

  /** Whether that socket is a listener of this stack, which then hands messages to itself. */
  boolean isOurs(InetSocketAddress socket) {
    String address = socket.getAddress().getHostAddress();
    Iterator<?> points = ((SipStackImpl) getSIPStack()).getListeningPoints();
    while (points.hasNext()) {
      ListeningPoint point = (ListeningPoint) points.next();
      if (point.getPort() == socket.getPort()
          && point.getTransport().equalsIgnoreCase(getTransport())
          && point.getIPAddress().equals(address)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void start() throws IOException {
    server = new ServerSocket(getPort(), BACKLOG, getIpAddress());
    isRunning = true;
    Thread thread = new Thread(this, "sipbond-accept-" + kind + "-" + getPort());
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    ServerSocket listening = server;
    while (isRunning && listening != null) {
      try {
        accept(listening.accept());
      } catch (IOException e) {
        if (isRunning) {
          LOG.warn("cannot accept on " + kind + ":" + getPort() + ": " + e.getMessage());
          LockSupport.parkNanos(PAUSE_NANOS); // files may be short; others have to close some
        }
      }
    }
  }

  private void accept(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    Connection connection = Connection.from(this, socket);
    connections.add(connection);
    connection.start();
    if (!isRunning) {
      connection.close();
    }
  }

  @Override
  public void stop() {
    isRunning = false;
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException e) {
      LOG.warn("listener on " + kind + ":" + getPort() + " did not close: " + e.getMessage());
    }
    connections.all().forEach(Connection::close);
  }

  @Override
  protected synchronized void remove(ConnectionOrientedMessageChannel channel) {
    if (channel instanceof Connection connection) {
      connections.remove(connection);
    }
  }

  @Override
  public MessageChannel createMessageChannel(HostPort peer) throws IOException {
    return createMessageChannel(peer.getInetAddress(), peer.getPort());
  }

  @Override
  public MessageChannel createMessageChannel(InetAddress address, int port) {
    return new PeerChannel(this, new InetSocketAddress(address, port));
  }

  @Override
  public int getDefaultTargetPort() {
    return kind.defaultPort();
  }

  @Override
  public boolean isSecure() {
    return kind == Transport.TLS;
  }
}
