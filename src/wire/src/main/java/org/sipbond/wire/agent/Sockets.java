package org.sipbond.wire.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.sipbond.core.net.Transport;

/** Makes the sockets of a stream transport. */
interface Sockets {
  int BACKLOG = 50;

  Transport transport();

  ServerSocket listening(InetAddress address, int port) throws IOException;

  /** Neither bound nor connected. */
  Socket connecting() throws IOException;

  /** TCP. */
  static Sockets plain() {
    return new Sockets() {
      @Override
      public Transport transport() {
        return Transport.TCP;
      }

      @Override
      public ServerSocket listening(InetAddress address, int port) throws IOException {
        return new ServerSocket(port, BACKLOG, address);
      }

      @Override
      public Socket connecting() {
        return new Socket();
      }
    };
  }

  /** TLS; whoever is connected to is believed, if the context trusts its certificate. */
  static Sockets tls(SSLContext context, SSLParameters parameters) {
    return new Sockets() {
      @Override
      public Transport transport() {
        return Transport.TLS;
      }

      @Override
      public ServerSocket listening(InetAddress address, int port) throws IOException {
        SSLServerSocket socket =
            (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(port, BACKLOG, address);
        socket.setSSLParameters(parameters);
        return socket;
      }

      @Override
      public Socket connecting() throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
        socket.setSSLParameters(parameters);
        return socket;
      }
    };
  }
}
