package org.sipbond.testkit.capture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.WireMessage;

/**
 * A running tshark on the loopback interface, and every SIP message that it saw. It is started once
 * it has seen a probe datagram; {@link #messages} and {@link #stop} first send another one and wait
 * for it, so nothing that was sent before is missing. A packet that tshark lost fails the test.
 */
public final class TsharkCapture implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

  private final Tshark tshark;
  private final Probe probe;
  private final Recording recording;
  private boolean closed;

  private TsharkCapture(Tshark tshark, Probe probe) {
    this.tshark = tshark;
    this.probe = probe;
    this.recording = new Recording(probe);
  }

  /** Captures on the loopback interface whatever comes from or goes to these endpoints. */
  public static TsharkCapture start(Endpoints endpoints) {
    try {
      Probe probe = new Probe(anyAddress(endpoints));
      Tshark tshark = Tshark.launch(Filter.of(endpoints, probe.address()));
      TsharkCapture capture = new TsharkCapture(tshark, probe);
      capture.recording.start(tshark.packets());
      capture.awaitStart();
      return capture;
    } catch (IOException failed) {
      throw new CaptureException("tshark did not start", failed);
    }
  }

  /** Every SIP message so far, in the order of the wire. */
  public List<WireMessage> messages() {
    flush();
    return recording.messages();
  }

  /** What was captured and is no whole SIP message, one sentence each. */
  public List<String> unreadable() {
    flush();
    return recording.unreadable();
  }

  /** Ends the capture, fails if anything was lost, and gives every message. */
  public List<WireMessage> stop() {
    flush();
    close();
    if (tshark.lostPackets()) {
      throw new CaptureException("tshark lost packets; it said: " + tshark.words());
    }
    return recording.messages();
  }

  /** Ends the capture; what it saw stays readable. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      tshark.end(LIMIT);
      probe.close();
    }
  }

  /** Probes until one is seen: a packet before that one may have passed unseen. */
  private void awaitStart() {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    boolean seen = false;
    while (!seen || !tshark.isCapturing()) {
      if (System.nanoTime() > deadline || !tshark.isAlive()) {
        close();
        throw new CaptureException("tshark captures nothing; it said: " + tshark.words());
      }
      seen = recording.awaitProbe(probe.send(), BETWEEN_PROBES);
    }
  }

  private synchronized void flush() {
    if (!closed) {
      boolean seen = recording.awaitProbe(probe.send(), LIMIT);
      recording.check();
      if (!seen) {
        throw new CaptureException("tshark missed a probe; it said: " + tshark.words());
      }
    }
  }

  private static InetAddress anyAddress(Endpoints endpoints) {
    return Stream.concat(
            endpoints.hosts().stream(),
            endpoints.sockets().stream().map(InetSocketAddress::getAddress))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no endpoints to capture; allowed: one or more"));
  }
}
