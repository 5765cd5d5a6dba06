package org.sipbond.testkit.capture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;
import org.sipbond.wire.Body;

/**
 * Reads the classic capture format of libpcap, in either byte order, with times in micro- or
 * nanoseconds, of Ethernet links (the loopback interface of Linux is one). See the pcap format
 * draft of the IETF opsawg.
 */
final class PcapStream {
  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int ETHERNET = 1;
  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;

  private final DataInputStream in;
  private final ByteOrder order;
  private final int nanosPerTick;

  private PcapStream(DataInputStream in, ByteOrder order, int nanosPerTick) {
    this.in = in;
    this.order = order;
    this.nanosPerTick = nanosPerTick;
  }

  /** One link-layer frame. */
  record Captured(Instant when, Body frame, int originalLength) {}

  /** Reads the file header. */
  static PcapStream open(InputStream input) throws IOException {
    DataInputStream in = new DataInputStream(input);
    byte[] header = new byte[FILE_HEADER];
    in.readFully(header);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      ByteBuffer fields = ByteBuffer.wrap(header).order(order);
      int magic = fields.getInt(0);
      if (magic == MICROSECONDS || magic == NANOSECONDS) {
        int link = fields.getInt(20) & 0xffff;
        if (link != ETHERNET) {
          throw new IOException("link type is " + link + "; allowed: " + ETHERNET + ", ethernet");
        }
        return new PcapStream(in, order, magic == NANOSECONDS ? 1 : 1000);
      }
    }
    throw new IOException("no pcap header; allowed: classic pcap, as of tshark -F pcap");
  }

  /** The next frame; empty at the end of the capture. Blocks while there is none. */
  Optional<Captured> next() throws IOException {
    byte[] header = new byte[RECORD_HEADER];
    try {
      in.readFully(header);
    } catch (EOFException end) {
      return Optional.empty();
    }
    ByteBuffer fields = ByteBuffer.wrap(header).order(order);
    Instant when =
        Instant.ofEpochSecond(
            Integer.toUnsignedLong(fields.getInt(0)),
            Integer.toUnsignedLong(fields.getInt(4)) * nanosPerTick);
    byte[] frame = new byte[fields.getInt(8)];
    in.readFully(frame);
    return Optional.of(new Captured(when, Body.of(frame), fields.getInt(12)));
  }
}
