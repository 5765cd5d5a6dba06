package org.sipbond.testkit.database;

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
 * A temporary folder with all files of a server, and the programs that run in it. Such servers
 * refuse to be root's, so where tests run as root the programs and the files are {@code nobody}'s,
 * which takes the program {@code setpriv}.
 */
final class ServerFolder implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PAUSE_MILLIS = 50;
  private static final String UNPRIVILEGED = "nobody";

  private final Path folder;

  private ServerFolder(Path folder) {
    this.folder = folder;
  }

  /** An empty one. */
  static ServerFolder make(String server) {
    try {
      Path folder = Files.createTempDirectory("sipbond-" + server + "-");
      own(folder);
      return new ServerFolder(folder);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A path in the folder, for a command. */
  String path(String name) {
    return folder.resolve(name).toString();
  }

  /** Writes a file; its path. */
  String write(String name, String text) {
    try {
      own(Files.writeString(folder.resolve(name), text));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return path(name);
  }

  /**
   * Runs a program to its end.
   *
   * @throws IllegalStateException if it takes longer than a minute, or says that it failed
   */
  void run(String... command) {
    Process made = begin(command);
    try {
      if (!made.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || made.exitValue() != 0) {
        made.destroy();
        throw new IllegalStateException(command[0] + " fails: " + log());
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command[0], hurried);
    }
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @throws IllegalStateException if it does not in a minute, with what it printed
   */
  Process launch(InetSocketAddress address, String... command) {
    Process started = begin(command);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!listens(address)) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        started.destroy();
        throw new IllegalStateException(command[0] + " does not listen: " + log());
      }
    }
    return started;
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
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
          .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean listens(InetSocketAddress address) {
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
      throw new IllegalStateException("interrupted while a server starts", hurried);
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void own(Path path) throws IOException {
    if (isRoot()) {
      Files.setOwner(
          path,
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED));
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Deletes all files. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
