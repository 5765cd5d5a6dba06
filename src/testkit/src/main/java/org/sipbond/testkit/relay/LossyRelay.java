package org.sipbond.testkit.relay;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between two programs that speak UDP, in bad {@link Weather}. Each of them sees a socket of
 * the relay in the place of the other: what arrives at {@code near} goes from {@code far} to the
 * far program, and the other way round.
 */
public final class LossyRelay implements AutoCloseable {
  private static final int LARGEST = 65_535;
  private static final System.Logger LOG = System.getLogger(LossyRelay.class.getName());

  private final DatagramSocket near;
  private final DatagramSocket far;
  private final Weather weather;
  private final ScheduledExecutorService late;
  private final AtomicLong passed = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong heldBack = new AtomicLong();

  private LossyRelay(DatagramSocket near, DatagramSocket far, Weather weather) {
    this.near = near;
    this.far = far;
    this.weather = weather;
    this.late =
        Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "relay-late-" + far));
  }

  /**
   * Opens both sockets and starts.
   *
   * @param near the relay's socket that the near program takes for the far one
   * @param nearPeer the near program
   * @param far the relay's socket that the far program takes for the near one
   * @param farPeer the far program
   */
  public static LossyRelay open(
      InetSocketAddress near,
      InetSocketAddress nearPeer,
      InetSocketAddress far,
      InetSocketAddress farPeer,
      Weather weather)
      throws IOException {
    LossyRelay relay = new LossyRelay(new DatagramSocket(near), new DatagramSocket(far), weather);
    SplittableRandom chance = new SplittableRandom(weather.seed());
    relay.start("relay-in-", relay.near, relay.far, farPeer, chance.split());
    relay.start("relay-out-", relay.far, relay.near, nearPeer, chance.split());
    return relay;
  }

  /** Datagrams that went on, late ones included. */
  public long passed() {
    return passed.get();
  }

  /** Datagrams that did not. */
  public long lost() {
    return lost.get();
  }

  /** Datagrams that went on late. */
  public long heldBack() {
    return heldBack.get();
  }

  private void start(
      String name,
      DatagramSocket from,
      DatagramSocket to,
      InetSocketAddress peer,
      SplittableRandom chance) {
    daemon(() -> pump(from, to, peer, chance), name + from.getLocalSocketAddress()).start();
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private void pump(
      DatagramSocket from, DatagramSocket to, InetSocketAddress peer, SplittableRandom chance) {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!from.isClosed()) {
      try {
        packet.setLength(LARGEST);
        from.receive(packet);
        byte[] data = Arrays.copyOf(packet.getData(), packet.getLength());
        pass(new DatagramPacket(data, data.length, peer), to, chance);
      } catch (IOException failed) {
        if (!from.isClosed()) {
          LOG.log(System.Logger.Level.WARNING, "a datagram was lost by itself", failed);
        }
      }
    }
  }

  private void pass(DatagramPacket packet, DatagramSocket to, SplittableRandom chance)
      throws IOException {
    double roll = chance.nextDouble();
    if (roll < weather.loss()) {
      lost.incrementAndGet();
    } else if (roll < weather.loss() + weather.late()) {
      heldBack.incrementAndGet();
      hold(packet, to, chance.nextLong(1 + weather.delay().toMillis()));
    } else {
      to.send(packet);
      passed.incrementAndGet();
    }
  }

  private void hold(DatagramPacket packet, DatagramSocket to, long millis) {
    try {
      Future<?> unused = late.schedule(() -> sendLate(packet, to), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      lost.incrementAndGet();
    }
  }

  private void sendLate(DatagramPacket packet, DatagramSocket to) {
    try {
      to.send(packet);
      passed.incrementAndGet();
    } catch (IOException closed) {
      lost.incrementAndGet();
    }
  }

  @Override
  public void close() {
    late.shutdownNow();
    near.close();
    far.close();
  }
}
