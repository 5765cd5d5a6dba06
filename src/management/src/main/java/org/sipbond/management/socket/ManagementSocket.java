package org.sipbond.management.socket;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The server's end: answers each connection's request. As many are answered at a time as there are
 * threads; further ones wait in the socket's queue.
 */
public final class ManagementSocket implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ManagementSocket.class.getName());
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> SOCKET =
      PosixFilePermissions.fromString("rw-------");
  private static final int THREADS = 4;
  private static final int QUEUE = 16;
  private static final long PAUSE_MILLIS = 200;

  private final Path path;
  private final ServerSocketChannel server;
  private final Function<Request, Reply> operations;
  private final Duration limit;
  private final CountDownLatch closed = new CountDownLatch(1);

  private ManagementSocket(
      Path path, ServerSocketChannel server, Function<Request, Reply> operations, Duration limit) {
    this.path = path;
    this.server = server;
    this.operations = operations;
    this.limit = limit;
  }

  /**
   * Listens. The socket is for its owner alone, in a folder for its owner alone: with some systems
   * only the folder counts. What a server that was killed left there is replaced.
   *
   * @param path of the socket; its folder has nothing else in it
   * @param operations answers a request, from any of the threads
   * @param limit how long a connection may take, the operation included
   * @throws IOException if it cannot be made there; names the path
   */
  public static ManagementSocket open(
      Path path, Function<Request, Reply> operations, Duration limit) throws IOException {
    try {
      Path folder = folder(path);
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      Files.setPosixFilePermissions(folder, FOLDER);
      Files.deleteIfExists(path);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      ManagementSocket opened = new ManagementSocket(path, server, operations, limit);
      opened.listen();
      return opened;
    } catch (IOException failed) {
      throw new IOException("cannot listen on " + path + ": " + failed.getMessage(), failed);
    }
  }

  private void listen() throws IOException {
    try {
      server.bind(UnixDomainSocketAddress.of(path), QUEUE);
      Files.setPosixFilePermissions(path, SOCKET);
    } catch (IOException failed) {
      server.close();
      throw failed;
    }
    for (int number = 1; number <= THREADS; number++) {
      Thread thread = new Thread(this::serve, "management-" + number);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void serve() {
    try {
      while (closed.getCount() > 0) {
        next();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Accepting can fail again and again at once, as where no file descriptor is left. */
  private void next() throws InterruptedException {
    SocketChannel accepted;
    try {
      accepted = server.accept();
    } catch (ClosedChannelException ended) {
      return;
    } catch (IOException failed) {
      LOG.log(System.Logger.Level.WARNING, "cannot accept a command: {0}", failed.getMessage());
      closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      return;
    }
    try (SocketChannel channel = accepted;
        TimeLimit time = new TimeLimit(channel, limit)) {
      answer(channel);
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "a command has gone: {0}", gone.getMessage());
    }
  }

  private void answer(SocketChannel channel) throws IOException {
    Request request;
    try {
      request = Request.read(channel);
    } catch (ProtocolException broken) {
      new Reply(Reply.Status.INVALID, String.valueOf(broken.getMessage())).write(channel);
      return;
    }
    operations.apply(request).write(channel);
  }

  /** Stops listening and leaves nothing behind; what is being answered may end. */
  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    Files.deleteIfExists(path);
    Files.deleteIfExists(folder(path));
  }

  private static Path folder(Path path) {
    return path.resolveSibling(".").normalize();
  }
}
