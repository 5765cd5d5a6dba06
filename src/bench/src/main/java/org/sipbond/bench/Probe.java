package org.sipbond.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.sipbond.core.net.HostPort;

/** Asks by OPTIONS over UDP, with Max-Forwards 0 so that a proxy answers too, until one answers. */
final class Probe {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int ASK_EVERY_MILLIS = 100;
  private static final int LARGE_ENOUGH = 4096;

  private Probe() {}

  static void awaitAnswer(Process process, Network network) throws IOException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    InetSocketAddress from = new InetSocketAddress(network.caller().getAddress(), 0);
    try (DatagramSocket socket = new DatagramSocket(from)) {
      socket.setSoTimeout(ASK_EVERY_MILLIS);
      while (!answered(socket, network)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("no answer from " + network.door());
        }
      }
    }
  }

  private static boolean answered(DatagramSocket socket, Network network) throws IOException {
    byte[] options = options(socket, network).getBytes(StandardCharsets.US_ASCII);
    socket.send(new DatagramPacket(options, options.length, network.door()));
    DatagramPacket answer = new DatagramPacket(new byte[LARGE_ENOUGH], LARGE_ENOUGH);
    try {
      socket.receive(answer);
      return true;
    } catch (SocketTimeoutException silent) {
      return false;
    }
  }

  private static String options(DatagramSocket socket, Network network) {
    HostPort local = HostPort.of(socket.getLocalAddress(), socket.getLocalPort());
    HostPort door = HostPort.of(network.ingress().address(), network.ingress().port());
    String token = UUID.randomUUID().toString();
    return String.join(
        "\r\n",
        "OPTIONS sip:" + door + " SIP/2.0",
        "Via: SIP/2.0/UDP " + local + ";branch=z9hG4bK" + token,
        "From: <sip:bench@" + local + ">;tag=" + token,
        "To: <sip:" + door + ">",
        "Call-ID: " + token,
        "CSeq: 1 OPTIONS",
        "Max-Forwards: 0",
        "Content-Length: 0",
        "",
        "");
  }
}
