package org.sipbond.testkit.capture;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Numbered datagrams of a socket to itself: once one is captured, all that was sent before is. */
final class Probe implements AutoCloseable {
  private static final String TEXT = "sipbond capture probe ";

  private final DatagramSocket socket;
  private final InetSocketAddress address;
  private int sent;

  Probe(InetAddress on) throws IOException {
    socket = new DatagramSocket(0, on);
    address = new InetSocketAddress(on, socket.getLocalPort());
  }

  InetSocketAddress address() {
    return address;
  }

  /** Sends the next one and gives its number. */
  int send() {
    sent++;
    byte[] bytes = (TEXT + sent).getBytes(StandardCharsets.US_ASCII);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, address));
    } catch (IOException failed) {
      throw new CaptureException("probe not sent to " + address, failed);
    }
    return sent;
  }

  boolean owns(Packet packet) {
    return packet instanceof Packet.Datagram && packet.destination().equals(address);
  }

  static int number(Packet packet) {
    return Integer.parseInt(packet.payload().toString().substring(TEXT.length()));
  }

  @Override
  public void close() {
    socket.close();
  }
}
