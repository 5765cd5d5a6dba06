package org.sipbond.sip.outbound;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.sipbond.core.bond.SourceAddress;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.net.Destination;

/**
 * What the kernel says of source addresses, remembered for five seconds. When an interface or an
 * address of the machine comes or goes, all is forgotten; it is looked for at most once a second,
 * and only when a route is asked for. No thread waits for another.
 */
public final class KernelRoutes implements SourceRoutes {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final Duration UNWATCHED = Duration.ofSeconds(1);
  private static final int MOST = 4096;

  private final SourceRoutes kernel;
  private final Supplier<MachineAddresses> machine;
  private final Clock clock;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile Memory memory =
      new Memory(new MachineAddresses(List.of()), Instant.EPOCH, new ConcurrentHashMap<>());

  KernelRoutes(SourceRoutes kernel, Supplier<MachineAddresses> machine, Clock clock) {
    this.kernel = kernel;
    this.machine = machine;
    this.clock = clock;
  }

  /** The routes of this machine. */
  public static KernelRoutes ofThisMachine(Clock clock) {
    return new KernelRoutes(new ConnectedUdp(), MachineAddresses::now, clock);
  }

  /**
   * An answer.
   *
   * @param asked when
   */
  private record Answer(SourceAddress address, Instant asked) {}

  /**
   * What was answered while the machine had these addresses.
   *
   * @param looked when they were looked at
   */
  private record Memory(
      MachineAddresses addresses, Instant looked, Map<InetSocketAddress, Answer> answers) {}

  @Override
  public SourceAddress to(Destination destination) {
    Instant now = clock.instant();
    Map<InetSocketAddress, Answer> answers = current(now).answers();
    InetSocketAddress socket = new InetSocketAddress(destination.address(), destination.port());
    Answer known = answers.get(socket);
    if (known != null && isWithin(KEPT, known.asked(), now)) {
      return known.address();
    }
    SourceAddress asked = kernel.to(destination);
    if (answers.size() >= MOST) {
      answers.clear();
    }
    answers.put(socket, new Answer(asked, now));
    return asked;
  }

  /** One thread looks at the machine; the others meanwhile go on with what is known. */
  private Memory current(Instant now) {
    Memory before = memory;
    if (isWithin(UNWATCHED, before.looked(), now) || !looking.compareAndSet(false, true)) {
      return before;
    }
    try {
      MachineAddresses seen = machine.get();
      memory =
          new Memory(
              seen,
              now,
              seen.isStill(before.addresses()) ? before.answers() : new ConcurrentHashMap<>());
      return memory;
    } finally {
      looking.set(false);
    }
  }

  /** Not where the clock was set back: then nothing would be looked at for long. */
  private static boolean isWithin(Duration time, Instant start, Instant now) {
    return !now.isBefore(start) && now.isBefore(start.plus(time));
  }
}
