package org.sipbond.testkit.nsd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a server for the SOA record of its zone until it answers at all. */
record Probe(InetSocketAddress server, String origin) {
  private static final int PAUSE_MILLIS = 100;
  private static final int LARGEST = 512;

  /** RFC 1035 §4.1.1: an ID, no flags, one question. */
  private static final byte[] HEADER = {0x12, 0x34, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};

  /** Type SOA, class IN. */
  private static final byte[] SOA = {0, 6, 0, 1};

  boolean answers(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < deadline) {
      if (answers()) {
        return true;
      }
    }
    return false;
  }

  private boolean answers() {
    byte[] question = question();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(PAUSE_MILLIS);
      socket.send(new DatagramPacket(question, question.length, server));
      socket.receive(new DatagramPacket(new byte[LARGEST], LARGEST));
      return true;
    } catch (SocketTimeoutException | PortUnreachableException notYet) {
      return false;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private byte[] question() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HEADER);
    for (String label : origin.split("\\.", -1)) {
      bytes.write(label.length());
      bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    bytes.write(0);
    bytes.writeBytes(SOA);
    return bytes.toByteArray();
  }
}
