// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import gov.nist.core.net.DefaultNetworkLayer;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.sipbond.core.net.HostPort;

/**
 * The stack's sockets, of which those for datagrams show what they send to the {@link
 * SendingGuard}: there is no later place. What is sent over TCP and TLS passes the connections of
 * this container. The stack reads the property {@code gov.nist.javax.sip.NETWORK_LAYER}.
 */
public final class GuardedNetwork implements NetworkLayer {
  private final NetworkLayer sockets = DefaultNetworkLayer.SINGLETON;
  private @Nullable SipStackImpl stack;

  @Override
  public void setSipStack(SipStackImpl sipStack) {
    stack = sipStack;
  }

  @Override
  public DatagramSocket createDatagramSocket() throws SocketException {
    return new Guarded(0, null);
  }

  @Override
  public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
    return new Guarded(port, address);
  }

  private final class Guarded extends DatagramSocket {
    private final String name;

    Guarded(int port, @Nullable InetAddress address) throws SocketException {
      super(port, address);
      name = "udp:" + HostPort.of(getLocalAddress(), getLocalPort());
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
      SendingGuard.check(
          stack, name, ByteBuffer.wrap(packet.getData(), packet.getOffset(), packet.getLength()));
      super.send(packet);
    }
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return sockets.createServerSocket(port, backlog, address);
  }

  @Override
  public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return sockets.createSSLServerSocket(port, backlog, address);
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    return sockets.createSocket(address, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local) throws IOException {
    return sockets.createSocket(address, port, local);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
      throws IOException {
    return sockets.createSocket(address, port, local, localPort);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
    return sockets.createSSLSocket(address, port);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress local)
      throws IOException {
    return sockets.createSSLSocket(address, port, local);
  }
}
