package org.sipbond.wire;

import java.util.Arrays;

/** One datagram, one message. See RFC 3261 §18.3. */
public final class DatagramFraming {
  private DatagramFraming() {}

  /**
   * Reads a datagram. Bytes beyond Content-Length are dropped; without Content-Length the body ends
   * with the datagram.
   */
  public static Frame read(byte[] datagram) {
    if (onlyLineEnds(datagram)) {
      return new Frame.KeepAlive(datagram.length);
    }
    int end = Head.end(datagram, 0, datagram.length);
    if (end < 0) {
      return new Frame.Malformed("no empty line ends the headers");
    }
    Head head = Head.parse(datagram, 0, end);
    if (!head.problem().isEmpty()) {
      return new Frame.Malformed(head.problem());
    }
    int available = datagram.length - end;
    int length = head.contentLength() == Head.ABSENT ? available : head.contentLength();
    if (length > available) {
      return new Frame.Malformed(
          "content-length " + length + " in a datagram with " + available + " bytes of body");
    }
    byte[] body = Arrays.copyOfRange(datagram, end, end + length);
    return new Frame.Message(head.with(Body.of(body)));
  }

  private static boolean onlyLineEnds(byte[] bytes) {
    for (byte b : bytes) {
      if (b != '\r' && b != '\n' && b != 0) {
        return false;
      }
    }
    return true;
  }
}
