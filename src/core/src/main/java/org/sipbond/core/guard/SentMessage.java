package org.sipbond.core.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Start line and header fields of a message as it goes out. Read without judging: what is no SIP
 * has no fields that could be wrong.
 *
 * @param startLine the first line
 * @param lines the header fields, folded ones as they are
 */
public record SentMessage(String startLine, List<String> lines) {
  private static final String VERSION = "SIP/2.0";

  public SentMessage {
    lines = List.copyOf(lines);
  }

  /** Reads a message up to its body; empty for what is none, such as the CRLF that keeps a flow. */
  public static Optional<SentMessage> read(byte[] bytes, int offset, int length) {
    int end = offset + length;
    List<String> lines = new ArrayList<>();
    int start = offset;
    for (int i = offset; i + 1 < end; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        if (i == start) {
          break;
        }
        lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        start = i + 2;
      }
    }
    return lines.isEmpty() || !lines.get(0).contains(VERSION)
        ? Optional.empty()
        : Optional.of(new SentMessage(lines.get(0), lines.subList(1, lines.size())));
  }

  boolean isRequest() {
    return !startLine.startsWith(VERSION);
  }

  /** The method of a request, and the method that a response answers. */
  String method() {
    return isRequest()
        ? startLine.substring(0, startLine.indexOf(' '))
        : values("CSeq", "CSeq").stream()
            .findFirst()
            .map(value -> value.substring(value.indexOf(' ') + 1).strip())
            .orElse("");
  }

  /** Whether this is a response of 300 and more. */
  boolean isRefusal() {
    return !isRequest()
        && startLine.length() > VERSION.length() + 1
        && startLine.charAt(VERSION.length() + 1) >= '3';
  }

  /** The Call-ID; empty text where there is none. */
  public String callId() {
    return values("Call-ID", "i").stream().findFirst().orElse("");
  }

  /** The values of the fields of a name, in order, each field whole. */
  List<String> values(String name, String compact) {
    List<String> values = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && (is(line, colon, name) || is(line, colon, compact))) {
        values.add(line.substring(colon + 1).strip());
      }
    }
    return values;
  }

  private static boolean is(String line, int colon, String name) {
    int end =
        line.charAt(colon - 1) == ' ' ? line.substring(0, colon).stripTrailing().length() : colon;
    return end == name.length() && line.regionMatches(true, 0, name, 0, end);
  }
}
