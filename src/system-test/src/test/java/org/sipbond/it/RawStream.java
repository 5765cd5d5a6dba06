package org.sipbond.it;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.sipbond.wire.Frame;
import org.sipbond.wire.SipText;
import org.sipbond.wire.StreamFraming;

/**
 * A peer on one TCP connection, for which a test writes every header and every byte of a body
 * itself. Reads only while it is asked for a message. For one thread.
 */
final class RawStream implements AutoCloseable {
  private static final int LIMIT = (int) Duration.ofSeconds(10).toMillis();

  private final Optional<ServerSocket> server;
  private final InetSocketAddress address;
  private final StreamFraming framing = new StreamFraming();
  private final Deque<SipText> read = new ArrayDeque<>();
  private final List<SipText> seen = new ArrayList<>();
  private Optional<Socket> connection;

  private RawStream(
      Optional<ServerSocket> server, Optional<Socket> connection, InetSocketAddress address) {
    this.server = server;
    this.connection = connection;
    this.address = address;
  }

  /** A peer that has connected. */
  static RawStream connect(InetSocketAddress from, InetSocketAddress to) throws IOException {
    Socket socket = new Socket();
    socket.setReuseAddress(true);
    socket.bind(from);
    socket.connect(to, LIMIT);
    return new RawStream(Optional.empty(), Optional.of(socket), from);
  }

  /** A peer that is connected to when it is first asked for a message. */
  static RawStream listen(InetSocketAddress at) throws IOException {
    ServerSocket server = new ServerSocket(at.getPort(), 1, at.getAddress());
    server.setSoTimeout(LIMIT);
    return new RawStream(Optional.of(server), Optional.empty(), at);
  }

  InetSocketAddress address() {
    return address;
  }

  /** Closes the connection; who is asked for another message is connected to anew. */
  void drop() throws IOException {
    connection().close();
    connection = Optional.empty();
  }

  /** The other end of the connection. */
  InetSocketAddress remote() throws IOException {
    return (InetSocketAddress) connection().getRemoteSocketAddress();
  }

  /** Sends start line and headers, a line each, and a body; Content-Length is added. */
  void send(String head, byte[] body) throws IOException {
    OutputStream out = connection().getOutputStream();
    String text = head.strip().replace("\n", "\r\n") + "\r\nContent-Length: " + body.length;
    out.write((text + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  /** Answers as RFC 3261 §8.2.6 says; {@code more} are whole headers, a line each. */
  void respond(SipText request, String status, String more, byte[] body) throws IOException {
    StringBuilder head = new StringBuilder("SIP/2.0 " + status + "\n");
    for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
      boolean tag = name.equals("To") && request.toTag().isEmpty();
      request
          .headers(name)
          .forEach(header -> head.append(header).append(tag ? ";tag=stream" : "").append('\n'));
    }
    send(head + more, body);
  }

  /** Waits for a message whose summary this is, as {@code 200 OK (BYE)}; skips all others. */
  SipText await(String summary) throws IOException {
    while (true) {
      SipText next = next(summary);
      seen.add(next);
      if (next.summary().equals(summary)) {
        return next;
      }
    }
  }

  private SipText next(String wanted) throws IOException {
    byte[] buffer = new byte[LIMIT];
    Socket socket = connection();
    socket.setSoTimeout(LIMIT);
    while (read.isEmpty()) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        throw new AssertionError("no " + wanted + " before the end; seen: " + seen);
      }
      for (Frame frame : framing.add(Arrays.copyOf(buffer, count))) {
        if (frame instanceof Frame.Message message) {
          read.add(message.text());
        }
      }
    }
    return read.remove();
  }

  private Socket connection() throws IOException {
    if (connection.isEmpty()) {
      connection = Optional.of(server.orElseThrow().accept());
    }
    return connection.get();
  }

  @Override
  public void close() throws IOException {
    if (connection.isPresent()) {
      connection.get().close();
    }
    if (server.isPresent()) {
      server.get().close();
    }
  }
}
