package org.sipbond.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts one direction of a TCP connection into messages by Content-Length, which is mandatory here.
 * After a malformed frame the rest of the stream is ignored, because nothing tells where the next
 * message begins. Not safe for several threads. See RFC 3261 §18.3.
 */
public final class StreamFraming {
  private static final int LONGEST_HEAD = 64 * 1024;

  private byte[] pending = new byte[0];
  private boolean broken;

  /** Takes the next bytes of the stream and gives the frames that they complete, in order. */
  public List<Frame> add(byte[] bytes) {
    List<Frame> frames = new ArrayList<>();
    if (!broken) {
      append(bytes);
      int start = 0;
      for (int end = next(start, frames); end > start; end = next(start, frames)) {
        start = end;
      }
      pending = Arrays.copyOfRange(pending, start, pending.length);
    }
    return frames;
  }

  /** How many bytes wait for the rest of their message. */
  public int pending() {
    return pending.length;
  }

  /** Adds the frame at {@code start}, if it is whole, and gives the index after it. */
  private int next(int start, List<Frame> frames) {
    int head = skipLineEnds(start);
    if (head > start) {
      frames.add(new Frame.KeepAlive(head - start));
      return head;
    }
    int body = Head.end(pending, start, pending.length);
    if (body < 0) {
      return pending.length - start > LONGEST_HEAD
          ? malformed("no empty line within " + LONGEST_HEAD + " bytes", frames)
          : start;
    }
    Head parsed = Head.parse(pending, start, body);
    if (!parsed.problem().isEmpty()) {
      return malformed(parsed.problem(), frames);
    }
    if (parsed.contentLength() == Head.ABSENT) {
      return malformed("no content-length in " + parsed.startLine(), frames);
    }
    int end = body + parsed.contentLength();
    if (end > pending.length) {
      return start;
    }
    frames.add(new Frame.Message(parsed.with(Body.of(Arrays.copyOfRange(pending, body, end)))));
    return end;
  }

  private int malformed(String reason, List<Frame> frames) {
    if (!broken) {
      frames.add(new Frame.Malformed(reason));
    }
    broken = true;
    return pending.length;
  }

  private int skipLineEnds(int start) {
    int index = start;
    while (index < pending.length && (pending[index] == '\r' || pending[index] == '\n')) {
      index++;
    }
    return index;
  }

  private void append(byte[] bytes) {
    int length = pending.length;
    pending = Arrays.copyOf(pending, length + bytes.length);
    System.arraycopy(bytes, 0, pending, length, bytes.length);
  }
}
