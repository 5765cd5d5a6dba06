package org.sipbond.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Start line and headers of a message whose end has been found, before its body is known.
 *
 * @param problem why this is no head; empty text when it is one
 */
record Head(String startLine, List<Header> headers, String problem) {
  /** The content length where none is written. */
  static final int ABSENT = -1;

  private static final int INVALID = -2;

  /** The index just after the empty line that ends the headers; -1 when it is not there yet. */
  static int end(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        if (i + 1 < to && bytes[i + 1] == '\n') {
          return i + 2;
        }
        if (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
          return i + 3;
        }
      }
    }
    return -1;
  }

  static Head parse(byte[] bytes, int from, int to) {
    String[] lines = new String(bytes, from, to - from, StandardCharsets.UTF_8).split("\r?\n", -1);
    if (!StartLine.isValid(lines[0])) {
      return new Head(lines[0], List.of(), "start line \"" + lines[0] + "\" is not SIP");
    }
    List<Header> headers = new ArrayList<>();
    for (String line : unfold(lines)) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        return new Head(lines[0], headers, "header line \"" + line + "\" has no colon");
      }
      headers.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
    Head head = new Head(lines[0], headers, "");
    return head.contentLength() == INVALID
        ? new Head(lines[0], headers, "content-length is not one number of bytes")
        : head;
  }

  /** The body's length in bytes, or {@link #ABSENT}. */
  int contentLength() {
    List<String> lengths =
        headers.stream()
            .filter(header -> header.is("Content-Length"))
            .map(Header::value)
            .distinct()
            .toList();
    if (lengths.isEmpty()) {
      return ABSENT;
    }
    return Optional.of(lengths.get(0))
        .filter(text -> lengths.size() == 1 && text.matches("\\d{1,8}"))
        .map(Integer::parseInt)
        .orElse(INVALID);
  }

  SipText with(Body body) {
    return new SipText(startLine, headers, body);
  }

  private static List<String> unfold(String[] lines) {
    List<String> unfolded = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      if (line.isEmpty()) {
        continue;
      }
      boolean continues = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      if (continues && !unfolded.isEmpty()) {
        int last = unfolded.size() - 1;
        unfolded.set(last, unfolded.get(last).stripTrailing() + " " + line.strip());
      } else {
        unfolded.add(line);
      }
    }
    return unfolded;
  }
}
