package org.sipbond.management.socket;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One question: on the wire the operation and its arguments, a line each, in UTF-8, ended by the
 * end of what the client sends.
 *
 * @param operation a name of an operation
 * @param arguments may be empty strings, but have no line break
 */
public record Request(String operation, List<String> arguments) {
  private static final int LONGEST = 64 * 1024;

  /** With a copy of the arguments. */
  public Request {
    arguments = List.copyOf(arguments);
    Stream.concat(Stream.of(operation), arguments.stream()).forEach(Request::checkLine);
  }

  /** A request. */
  public static Request of(String operation, String... arguments) {
    return new Request(operation, List.of(arguments));
  }

  void write(SocketChannel channel) throws IOException {
    List<String> lines = new ArrayList<>(List.of(operation));
    lines.addAll(arguments);
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST) {
      throw new ProtocolException(tooLong(bytes.length + " bytes"));
    }
    Bytes.write(channel, bytes);
    channel.shutdownOutput();
  }

  static Request read(SocketChannel channel) throws IOException {
    byte[] bytes = Bytes.read(channel, LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new ProtocolException(tooLong("more"));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.endsWith("\n")) {
      throw new ProtocolException("request has no line break at its end");
    }
    List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    return new Request(lines.get(0), lines.subList(1, lines.size()));
  }

  private static void checkLine(String text) {
    if (text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "argument has a line break: \"" + text + "\"; allowed: a single line");
    }
  }

  private static String tooLong(String found) {
    return "request has " + found + "; allowed: " + LONGEST + " bytes";
  }
}
