package org.sipbond.wire.agent;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.DatagramFraming;
import org.sipbond.wire.Frame;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/** One UDP socket, for sending and receiving. */
final class UdpPort implements Port {
  private static final int LARGEST = 65_535;

  private final DatagramSocket socket;
  private final InetSocketAddress local;
  private final WireLog log;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  private UdpPort(DatagramSocket socket, WireLog log) {
    this.socket = socket;
    this.local = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    this.log = log;
  }

  static UdpPort open(InetAddress address, int port, WireLog log) throws IOException {
    return new UdpPort(new DatagramSocket(port, address), log);
  }

  @Override
  public void listen(Inbox inbox) {
    threads.add(Daemon.start("sipbond-agent-udp-" + local.getPort(), () -> read(inbox)));
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public Line to(InetSocketAddress remote) {
    return new Line() {
      @Override
      public void send(SipText text) throws IOException {
        log.add(new WireMessage(log.clock().instant(), Transport.UDP, local, remote, text));
        byte[] bytes = text.bytes();
        socket.send(new DatagramPacket(bytes, bytes.length, remote));
      }

      @Override
      public InetSocketAddress remote() {
        return remote;
      }
    };
  }

  @Override
  public void close() {
    socket.close();
    Daemon.awaitEnd(threads);
  }

  private void read(Inbox inbox) {
    byte[] buffer = new byte[LARGEST];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
      } catch (IOException closed) {
        continue;
      }
      InetSocketAddress remote = new InetSocketAddress(packet.getAddress(), packet.getPort());
      if (DatagramFraming.read(Arrays.copyOf(buffer, packet.getLength()))
          instanceof Frame.Message frame) {
        WireMessage message =
            new WireMessage(log.clock().instant(), Transport.UDP, remote, local, frame.text());
        log.add(message);
        inbox.arrived(message, to(remote));
      }
    }
  }
}
