package org.sipbond.testkit.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A cluster of PostgreSQL with the database {@code postgres}, and its user likewise with the
 * password {@value #PASSWORD}. Needs the programs {@code initdb}, {@code pg_ctl} and {@code
 * postgres}; where tests run as root also {@code setpriv} and a user {@code nobody}, because the
 * server refuses to be root's.
 */
public final class PostgreSql implements AutoCloseable {
  /** Of the user {@code postgres}. */
  public static final String PASSWORD = "secret of the test";

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PAUSE_MILLIS = 50;
  private static final String ROOT = "root";
  private static final String UNPRIVILEGED = "nobody";

  private final Path directory;
  private final InetSocketAddress address;
  private Process process;

  private PostgreSql(Path directory, InetSocketAddress address) {
    this.directory = directory;
    this.address = address;
    run("initdb", "-U", "postgres", "-A", "scram-sha-256", "--pwfile", password(), "-D", data());
    this.process = launch();
  }

  /**
   * Makes a cluster and starts it.
   *
   * @param address that it listens on
   * @throws IllegalStateException if it cannot be started in a minute, with what it printed
   */
  public static PostgreSql start(InetSocketAddress address) {
    try {
      Path directory = Files.createTempDirectory("sipbond-postgresql-");
      Files.writeString(directory.resolve("password"), PASSWORD);
      if (isRoot()) {
        own(directory);
        own(directory.resolve("password"));
      }
      return new PostgreSql(directory, address);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void own(Path path) throws IOException {
    Files.setOwner(
        path,
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED));
  }

  /** For JDBC. */
  public String url() {
    return "jdbc:postgresql://"
        + address.getAddress().getHostAddress()
        + ":"
        + address.getPort()
        + "/postgres";
  }

  /** Ends the server at once, as a failure would; its data stay. */
  public void stop() {
    run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    try {
      process.waitFor();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts the server again. */
  public void restart() {
    process = launch();
  }

  private Process launch() {
    Process started =
        begin(
            "postgres",
            "-D",
            data(),
            "-h",
            address.getAddress().getHostAddress(),
            "-p",
            Integer.toString(address.getPort()),
            "-k",
            "");
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!listens()) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        started.destroy();
        throw new IllegalStateException("postgres does not listen: " + log());
      }
    }
    return started;
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(address, PAUSE_MILLIS);
      return true;
    } catch (IOException notYet) {
      return paused();
    }
  }

  private static boolean paused() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return false;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while postgres starts", hurried);
    }
  }

  private void run(String... command) {
    Process made = begin(command);
    try {
      if (!made.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || made.exitValue() != 0) {
        throw new IllegalStateException(command[0] + " fails: " + log());
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private Process begin(String... command) {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(
          List.of(
              "setpriv", "--reuid", UNPRIVILEGED, "--regid", "nogroup", "--clear-groups", "--"));
    }
    words.addAll(List.of(command));
    try {
      return new ProcessBuilder(words)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
          .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private String password() {
    return directory.resolve("password").toString();
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("log"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean isRoot() {
    return ROOT.equals(System.getProperty("user.name"));
  }

  /** Ends the server and deletes its files. */
  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
