package org.sipbond.management.socket;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer to one request: on the wire a line {@code ok 12} of status and length, then that many
 * bytes of UTF-8. By the length a reply that was cut short is known.
 *
 * @param text the answer, or why there is none
 */
public record Reply(Status status, String text) {
  private static final int LONGEST = 16 * 1024 * 1024;
  private static final int HEAD = 40;
  private static final Pattern FIRST_LINE = Pattern.compile("([a-z]+) ([0-9]{1,9})");

  /** What a client can rely on. */
  public enum Status {
    /** The operation has answered: done, or found. */
    OK,
    /** The operation has answered: no. */
    NEGATIVE,
    /** The operation does not take these arguments. */
    INVALID,
    /** There is no such operation. */
    UNKNOWN,
    /** The application is not there: not deployed, or not yet. */
    UNAVAILABLE,
    /** The operation, or the exchange with it, broke. */
    FAILED;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Status> of(String word) {
      return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
    }
  }

  void write(SocketChannel channel) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST) {
      new Reply(Status.FAILED, "answer has " + bytes.length + " bytes; allowed: " + LONGEST)
          .write(channel);
      return;
    }
    String head = status.word() + " " + bytes.length + "\n";
    Bytes.write(channel, head.getBytes(StandardCharsets.US_ASCII));
    Bytes.write(channel, bytes);
  }

  static Reply read(SocketChannel channel) throws IOException {
    byte[] all = Bytes.read(channel, HEAD + LONGEST);
    int end = 0;
    while (end < all.length && all[end] != '\n') {
      end++;
    }
    String head = new String(all, 0, end, StandardCharsets.ISO_8859_1);
    Matcher line = FIRST_LINE.matcher(head);
    Optional<Status> status = line.matches() ? Status.of(line.group(1)) : Optional.empty();
    if (status.isEmpty() || end == all.length) {
      throw new ProtocolException("the server's reply is none: \"" + shortened(head) + "\"");
    }
    int length = Integer.parseInt(line.group(2));
    int found = all.length - end - 1;
    if (found != length) {
      throw new ProtocolException(
          "the server's reply was cut short: " + found + " bytes of " + length);
    }
    return new Reply(status.get(), new String(all, end + 1, length, StandardCharsets.UTF_8));
  }

  private static String shortened(String text) {
    return text.length() > HEAD ? text.substring(0, HEAD) + "..." : text;
  }
}
