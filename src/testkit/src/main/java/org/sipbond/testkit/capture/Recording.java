package org.sipbond.testkit.capture;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sipbond.wire.WireMessage;

/** Reads the packets of a capture on a thread of its own, and knows which probe it saw last. */
final class Recording {
  private final Probe probe;
  private final SipTrace trace = new SipTrace();
  private final List<Throwable> failures = new ArrayList<>();
  private int lastProbe;
  private boolean ended;

  Recording(Probe probe) {
    this.probe = probe;
  }

  void start(InputStream packets) {
    Thread thread = new Thread(() -> read(packets), "sipbond-tshark-packets");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether that probe was seen within the limit; false at once when the capture ended. */
  synchronized boolean awaitProbe(int number, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (lastProbe < number && !ended) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return lastProbe >= number;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CaptureException("interrupted while capturing", interrupted);
    }
  }

  synchronized List<WireMessage> messages() {
    return trace.messages();
  }

  synchronized List<String> unreadable() {
    return trace.unreadable();
  }

  /** Fails when a packet could not be read. */
  synchronized void check() {
    if (!failures.isEmpty()) {
      throw new CaptureException("capture cannot be read", failures.get(0));
    }
  }

  private void read(InputStream packets) {
    try (packets) {
      PcapStream pcap = PcapStream.open(packets);
      for (var next = pcap.next(); next.isPresent(); next = pcap.next()) {
        Decoder.decode(next.get()).ifPresent(this::take);
      }
    } catch (IOException | IllegalStateException failed) {
      failed(failed);
    } finally {
      end();
    }
  }

  private synchronized void take(Packet packet) {
    if (probe.owns(packet)) {
      lastProbe = Probe.number(packet);
      notifyAll();
    } else {
      trace.add(packet);
    }
  }

  private synchronized void failed(Throwable cause) {
    failures.add(cause);
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }
}
