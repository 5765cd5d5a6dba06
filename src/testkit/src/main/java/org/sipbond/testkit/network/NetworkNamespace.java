package org.sipbond.testkit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network namespace (see network_namespaces(7)) with a loopback interface that is up and nothing
 * else. It goes when it is closed, and with the process that made it however that ends: a program
 * holds it that ends with its standard input.
 */
public final class NetworkNamespace implements AutoCloseable {
  private static final String READY = "ready";
  private static final int SECONDS = 20;

  private final Process holder;
  private final List<Process> started = new ArrayList<>();

  private NetworkNamespace(Process holder) {
    this.holder = holder;
  }

  /**
   * Whether this process may make one: it has to be root, and not in a container that forbids it.
   */
  public static boolean available() {
    return exitCode(start(List.of("unshare", "--net", "true"))) == 0;
  }

  /**
   * Makes one.
   *
   * @throws IllegalStateException where {@link #available} is false
   */
  public static NetworkNamespace open() {
    Process holder =
        start(List.of("unshare", "--net", "sh", "-c", "ip link set lo up; echo ready; exec cat"));
    NetworkNamespace namespace = new NetworkNamespace(holder);
    try {
      String line = holder.inputReader(StandardCharsets.UTF_8).readLine();
      if (!READY.equals(line)) {
        throw new IllegalStateException("no network namespace: " + line + "; allowed: root");
      }
    } catch (IOException broken) {
      namespace.close();
      throw new UncheckedIOException(broken);
    }
    return namespace;
  }

  /**
   * Runs {@code ip} in it to the end.
   *
   * @param arguments separated by blanks, as in {@code addr add 192.0.2.4/24 dev a}
   * @throws IllegalStateException with what it says, if it fails
   */
  public void ip(String arguments) {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(Arrays.asList(arguments.split(" ")));
    Process process = start(inside(command));
    if (exitCode(process) != 0) {
      throw new IllegalStateException("ip " + arguments + ": " + output(process));
    }
  }

  /** Starts a program in it, which ends when the namespace is closed at the latest. */
  public Process start(String... command) {
    Process process = start(inside(List.of(command)));
    started.add(process);
    return process;
  }

  private List<String> inside(List<String> command) {
    List<String> all =
        new ArrayList<>(List.of("nsenter", "--net=/proc/" + holder.pid() + "/ns/net", "--"));
    all.addAll(command);
    return all;
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  private static String output(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int exitCode(Process process) {
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IllegalStateException("a program still runs after " + SECONDS + " s");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    holder.destroy();
  }
}
