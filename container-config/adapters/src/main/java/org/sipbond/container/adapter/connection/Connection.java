// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter.connection;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;

/**
 * One connection, from its first message to its end; never opened twice. Who waits for it to open
 * while that fails, fails with it.
 */
final class Connection extends StreamChannel {
  private static final Logger LOG = Logger.getLogger(Connection.class);

  /** What it can do now. */
  private enum State {
    NEW,
    OPEN,
    CLOSED
  }

  private final String domain;
  private final boolean accepted;
  private volatile State state = State.NEW;
  private volatile Socket socket;
  private @Nullable IOException failure;

  private Connection(
      ConnectionProcessor listener, InetSocketAddress peer, String domain, @Nullable Socket raw) {
    super(listener, peer);
    this.domain = domain;
    this.accepted = raw != null;
    this.socket = raw == null ? new Socket() : raw;
    isCached = true; // by Connections, not by the stack
  }

  /** A connection that opens when the first message is written. */
  static Connection to(ConnectionProcessor listener, InetSocketAddress peer, String domain) {
    return new Connection(listener, peer, domain, null);
  }

  /** A connection that the peer has opened; {@link #start} begins to read. */
  static Connection from(ConnectionProcessor listener, Socket accepted) {
    InetSocketAddress peer = new InetSocketAddress(accepted.getInetAddress(), accepted.getPort());
    return new Connection(listener, peer, IpLiteral.text(peer.getAddress()), accepted);
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /**
   * Whether requests for the domain may go by it. One that the peer has opened carries also what is
   * for the peer's very address and port: it is the peer's flow (RFC 5626 §5.3).
   */
  boolean carries(String asked) {
    return switch (state) {
      case NEW -> !accepted && asked.equals(domain);
      case OPEN -> (accepted && asked.equals(domain)) || listener().layer().proves(socket, asked);
      case CLOSED -> false;
    };
  }

  /** Writes a message whole, after the connection has opened. */
  synchronized void write(byte[] message) throws IOException {
    if (state == State.NEW) {
      open();
    }
    if (state == State.CLOSED) {
      throw new IOException("connection to " + name() + " is closed", failure);
    }
    try {
      OutputStream out = socket.getOutputStream();
      out.write(message);
      out.flush();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Reads what the peer sends, on a thread of its own. */
  void start() {
    mythread = new Thread(this, "sipbond-" + name());
    mythread.setDaemon(true);
    mythread.start();
  }

  @Override
  public void run() {
    try {
      if (accepted) {
        ready(listener().layer().accepted(socket));
      }
    } catch (IOException e) {
      LOG.debug("no connection from " + name() + ": " + e.getMessage());
      close();
      return;
    }
    super.run();
  }

  private void open() throws IOException {
    try {
      socket.bind(new InetSocketAddress(listener().getIpAddress(), 0));
      socket.connect(peer(), (int) listener().settings().connectTimeout().toMillis());
      socket.setTcpNoDelay(true);
      ready(listener().layer().opened(socket, domain));
    } catch (IOException e) {
      failure = e;
      close();
      throw new IOException("no connection to " + name() + ": " + e.getMessage(), e);
    }
    start();
  }

  private void ready(Socket open) throws IOException {
    socket = open;
    mySock = open;
    myClientInputStream = open.getInputStream();
    state = State.OPEN;
  }

  @Override
  void respond(SIPResponse response, byte[] bytes) throws IOException {
    if (isOpen()) {
      try {
        write(bytes);
        return;
      } catch (IOException broken) {
        LOG.debug("response goes by another connection than " + name(), broken);
      }
    }
    Via via = response.getTopmostVia();
    int port = via.getPort() > 0 ? via.getPort() : listener().getDefaultTargetPort();
    listener().connections().send(new InetSocketAddress(peerAddress, port), via.getHost(), bytes);
  }

  @Override
  protected void sendMessage(byte[] bytes, boolean request) throws IOException {
    write(bytes);
  }

  /** Not synchronized: a thread that cannot write is freed by this. */
  @Override
  protected void close(boolean removeSocket, boolean stopKeepAliveTask) {
    state = State.CLOSED;
    listener().connections().remove(this);
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("connection to " + name() + " did not close: " + e.getMessage());
    }
    // Not closed here: a parser that is closed drops what it has got and not yet looked at, such as
    // a BYE right before the end. The reader ends the parser's pipe; it runs dry.
    myParser = null;
    if (stopKeepAliveTask) {
      cancelPingKeepAliveTimeoutTaskIfStarted();
    }
  }

  /** {@code tls:192.0.2.9:5061}. */
  private String name() {
    return listener().getTransport() + ":" + HostPort.of(peerAddress, peerPort);
  }
}
