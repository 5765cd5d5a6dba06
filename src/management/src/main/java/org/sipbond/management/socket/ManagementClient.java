package org.sipbond.management.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the server behind a socket. */
public final class ManagementClient {
  private final Path socket;
  private final Duration limit;

  /**
   * A client; nothing is connected yet.
   *
   * @param limit how long one question may take, connecting included
   */
  public ManagementClient(Path socket, Duration limit) {
    this.socket = socket;
    this.limit = limit;
  }

  /**
   * Asks one question, on a connection of its own.
   *
   * @throws java.net.SocketException if nobody listens at the socket, or it is another user's
   * @throws IOException if the server does not answer within the limit, or what it sends is no
   *     reply
   */
  public Reply ask(Request request) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        TimeLimit time = new TimeLimit(channel, limit)) {
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
        request.write(channel);
        return Reply.read(channel);
      } catch (ClosedChannelException closed) {
        throw time.isOver() ? late(closed) : closed;
      }
    }
  }

  private IOException late(ClosedChannelException closed) {
    return new IOException(
        "no answer at " + socket + " within " + limit.toSeconds() + " s", closed);
  }
}
