package org.sipbond.testkit.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The process: its packets are a stream of classic pcap, its words are kept. */
final class Tshark {
  private static final String KERNEL_BUFFER_MIB = "64";

  private final Process process;
  private final List<String> words = new ArrayList<>();
  private final Thread listener;

  private Tshark(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "sipbond-tshark-words");
    listener.setDaemon(true);
    listener.start();
  }

  static Tshark launch(String filter) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark", "-i", "lo", "-n", "-q"));
    command.addAll(List.of("-B", KERNEL_BUFFER_MIB, "-F", "pcap", "-w", "-", "-f", filter));
    return new Tshark(new ProcessBuilder(command).start());
  }

  InputStream packets() {
    return process.getInputStream();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it says that it captures; packets may still pass unseen. */
  boolean isCapturing() {
    return words().contains("Capturing on");
  }

  /** Whether it said, at its end, that it lost packets. */
  boolean lostPackets() {
    return words().toLowerCase(Locale.ROOT).contains("dropped");
  }

  String words() {
    synchronized (words) {
      return String.join(" / ", words);
    }
  }

  /** Ends it and waits for its last words. */
  void end(Duration limit) {
    process.destroy();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new CaptureException("tshark did not end within " + limit.toSeconds() + " s");
      }
      listener.join(limit.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CaptureException("interrupted while tshark ends", interrupted);
    }
  }

  private void listen() {
    try (BufferedReader in = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        say(line);
      }
    } catch (IOException closed) {
      say("its words ended: " + closed.getMessage());
    }
  }

  private void say(String line) {
    synchronized (words) {
      words.add(line);
    }
  }
}
