package org.sipbond.management.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** Reads and writes whole arrays. */
final class Bytes {
  private static final int FIRST = 1024;

  private Bytes() {}

  /** Writes all of it. */
  static void write(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** What comes until the other side ends, or until there is {@code most} of it. */
  static byte[] read(SocketChannel channel, int most) throws IOException {
    byte[] bytes = new byte[Math.min(most, FIRST)];
    int length = 0;
    int more = 0;
    while (more >= 0 && length < most) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(most, 2 * length));
      }
      more = channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
      length += Math.max(more, 0);
    }
    return Arrays.copyOf(bytes, length);
  }
}
