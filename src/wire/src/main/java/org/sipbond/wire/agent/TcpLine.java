package org.sipbond.wire.agent;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.Frame;
import org.sipbond.wire.SipText;
import org.sipbond.wire.StreamFraming;
import org.sipbond.wire.WireMessage;

/** One TCP or TLS connection. */
final class TcpLine implements Line, Closeable {
  private static final int BUFFER = 16 * 1024;

  private final Socket socket;
  private final Transport transport;
  private final InetSocketAddress local;
  private final InetSocketAddress remote;
  private final WireLog log;

  TcpLine(Socket socket, Transport transport, WireLog log) {
    this.socket = socket;
    this.transport = transport;
    this.local = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    this.remote = new InetSocketAddress(socket.getInetAddress(), socket.getPort());
    this.log = log;
  }

  @Override
  public synchronized void send(SipText text) throws IOException {
    log.add(new WireMessage(log.clock().instant(), transport, local, remote, text));
    socket.getOutputStream().write(text.bytes());
  }

  @Override
  public InetSocketAddress remote() {
    return remote;
  }

  /** Reads until either side closes, or until something is no SIP message. */
  void read(Inbox inbox) {
    StreamFraming framing = new StreamFraming();
    byte[] buffer = new byte[BUFFER];
    try (socket) {
      InputStream in = socket.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (Frame frame : framing.add(Arrays.copyOf(buffer, read))) {
          if (frame instanceof Frame.Malformed) {
            return;
          }
          if (frame instanceof Frame.Message message) {
            take(message.text(), inbox);
          }
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void take(SipText text, Inbox inbox) {
    WireMessage message = new WireMessage(log.clock().instant(), transport, remote, local, text);
    log.add(message);
    inbox.arrived(message, this);
  }
}
