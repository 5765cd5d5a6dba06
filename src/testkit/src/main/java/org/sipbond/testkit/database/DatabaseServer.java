package org.sipbond.testkit.database;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A database server of a test's own. */
public abstract class DatabaseServer implements AutoCloseable {
  /** Of {@link #user}. */
  public static final String PASSWORD = "secret of the test";

  private static final int ENDING_SECONDS = 30;

  private final ServerFolder folder;
  private final InetSocketAddress address;
  private Optional<Process> running = Optional.empty();

  DatabaseServer(ServerFolder folder, InetSocketAddress address) {
    this.folder = folder;
    this.address = address;
  }

  /** For JDBC. */
  public abstract String url();

  /** Who may do everything in that database. */
  public abstract String user();

  /** Starts the server in the foreground. */
  abstract String[] command();

  /** Ends the server at once, as a failure would. */
  abstract void kill(Process server);

  /** Ends the server at once, as a failure would; its data stay. */
  public final void stop() {
    if (running.isPresent()) {
      Process server = running.get();
      running = Optional.empty();
      kill(server);
      try {
        if (!server.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(command()[0] + " does not end");
        }
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Starts the server again, where it does not run.
   *
   * @throws IllegalStateException if it cannot be started in a minute, with what it printed
   */
  public final void restart() {
    if (running.isEmpty()) {
      running = Optional.of(folder.launch(address, command()));
    }
  }

  final ServerFolder folder() {
    return folder;
  }

  final String host() {
    return address.getAddress().getHostAddress();
  }

  final String port() {
    return Integer.toString(address.getPort());
  }

  /** Ends the server and deletes its files. */
  @Override
  public final void close() {
    stop();
    folder.close();
  }
}
