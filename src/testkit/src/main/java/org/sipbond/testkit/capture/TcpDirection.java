package org.sipbond.testkit.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipbond.wire.Frame;
import org.sipbond.wire.StreamFraming;

/**
 * One direction of one TCP connection: segments in any order, repeated or overlapping, back in
 * order by sequence number (RFC 9293 §3.4), then cut into messages.
 */
final class TcpDirection {
  private final StreamFraming framing = new StreamFraming();
  private final Map<Integer, byte[]> early = new HashMap<>();
  private int expected;

  /**
   * A direction that begins with this segment: SYN, or the first one seen when the connection is
   * older than the capture.
   */
  TcpDirection(Packet.Segment first) {
    expected = first.syn() ? first.sequence() + 1 : first.sequence();
  }

  /** The frames that this segment completes. */
  List<Frame> add(Packet.Segment segment) {
    List<Frame> frames = new ArrayList<>();
    int start = segment.syn() ? segment.sequence() + 1 : segment.sequence();
    take(start, segment.payload().bytes(), frames);
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<Integer, byte[]> waiting : List.copyOf(early.entrySet())) {
        if (waiting.getKey() - expected <= 0) {
          early.remove(waiting.getKey());
          take(waiting.getKey(), waiting.getValue(), frames);
          more = true;
        }
      }
    }
    return frames;
  }

  /** Bytes that wait for others to come before them, or for the rest of their message. */
  int unfinished() {
    return framing.pending() + early.values().stream().mapToInt(bytes -> bytes.length).sum();
  }

  private void take(int start, byte[] bytes, List<Frame> frames) {
    int known = expected - start;
    if (known < 0) {
      early.merge(start, bytes, (one, other) -> one.length < other.length ? other : one);
    } else if (known < bytes.length) {
      expected = start + bytes.length;
      frames.addAll(framing.add(Arrays.copyOfRange(bytes, known, bytes.length)));
    }
  }
}
