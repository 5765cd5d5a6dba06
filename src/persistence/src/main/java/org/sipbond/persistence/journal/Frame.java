package org.sipbond.persistence.journal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** An entry as it is in a file: length, checksum, content. Tells a whole entry from a torn one. */
final class Frame {
  private static final int HEAD = 2 * Integer.BYTES;

  private Frame() {}

  /** The entries one after the other. */
  static ByteBuffer write(List<byte[]> entries) {
    int length = entries.stream().mapToInt(entry -> HEAD + entry.length).sum();
    ByteBuffer frames = ByteBuffer.allocate(length);
    entries.forEach(entry -> frames.putInt(entry.length).putInt(checksum(entry)).put(entry));
    return frames.flip();
  }

  /** Takes the entry in front; empty, and nothing taken, where there is no whole one. */
  static Optional<byte[]> read(ByteBuffer frames) {
    int start = frames.position();
    if (frames.remaining() >= HEAD) {
      int length = frames.getInt();
      int checksum = frames.getInt();
      if (length > 0 && length <= frames.remaining()) {
        byte[] entry = new byte[length];
        frames.get(entry);
        if (checksum == checksum(entry)) {
          return Optional.of(entry);
        }
      }
    }
    frames.position(start);
    return Optional.empty();
  }

  private static int checksum(byte[] entry) {
    CRC32C sum = new CRC32C();
    sum.update(entry);
    return (int) sum.getValue();
  }
}
