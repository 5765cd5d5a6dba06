package org.sipbond.bench.micro;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.bond.Usability;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/** Which member sends: the bond, and the one loop that would do without priorities and reasons. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SelectionBenchmark {
  private static final List<Transport> TRANSPORTS =
      List.of(Transport.UDP, Transport.TCP, Transport.TLS);

  /** How many members; the last ones fit. */
  @Param({"6", "24"})
  public int members = 6;

  private List<Listener> listeners = List.of();
  private Bonds bonds = new Bonds(List.of());
  private Destination destination = Destination.of(Transport.TLS, address("2001:db8::9"), 5061);

  @Setup
  public void build() {
    List<Listener> made = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      Transport transport = TRANSPORTS.get(i % TRANSPORTS.size());
      String address = i % 2 == 0 ? "192.0.2." + (i + 1) : "2001:db8::" + (i + 1);
      made.add(Listener.of("listener-" + i, transport, address(address), 5060));
    }
    listeners = List.copyOf(made);
    bonds = new Bonds(List.of(Bond.of("extern", made.toArray(Listener[]::new))));
  }

  @Benchmark
  public Selection bond() {
    return bonds.select(
        "extern", destination, Usability.ALL, SourceRoutes.NONE, "a84b4c76e66710@192.0.2.7");
  }

  @Benchmark
  public Object firstMatchLoop() {
    for (Listener listener : listeners) {
      if (listener.transport() == destination.transport()
          && AddressFamily.of(listener.address()) == destination.family()) {
        return listener;
      }
    }
    return destination;
  }

  private static InetAddress address(String literal) {
    return IpLiteral.parse(literal).orElseThrow();
  }
}
