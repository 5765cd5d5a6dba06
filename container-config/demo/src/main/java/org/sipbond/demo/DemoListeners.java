package org.sipbond.demo;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/**
 * The demo's two networks with the sockets that could be had.
 *
 * @param intern at least one, UDP over IPv4 first
 * @param extern at least one
 * @param remarks what was wanted and not to be had, a line each
 */
record DemoListeners(List<Listener> intern, List<Listener> extern, List<String> remarks) {
  private static final int PORT = 5060;
  private static final int EXTERN_IPV6_PORT = 5070;
  private static final int STEP = 20;
  private static final int TRIES = 20;

  DemoListeners {
    intern = List.copyOf(intern);
    extern = List.copyOf(extern);
    remarks = List.copyOf(remarks);
  }

  /**
   * Takes what there is: another port where one is taken, 127.0.0.1 where a machine has no other
   * loopback address, no IPv6 where there is none.
   *
   * @param trial why a listener cannot be bound; empty when it can
   */
  static DemoListeners choose(Function<Listener, Optional<String>> trial) {
    List<String> remarks = new ArrayList<>();
    Chooser chooser = new Chooser(trial, remarks);
    List<Listener> intern = new ArrayList<>();
    List<Listener> extern = new ArrayList<>();
    chooser.add(intern, "int-udp", Transport.UDP, PORT, "127.0.1.1", "127.0.0.1");
    chooser.add(intern, "int-tcp", Transport.TCP, PORT, "127.0.1.1", "127.0.0.1");
    chooser.add(intern, "int-udp6", Transport.UDP, PORT, "::1");
    chooser.add(extern, "ext-udp", Transport.UDP, PORT, "127.0.2.1", "127.0.0.1");
    chooser.add(extern, "ext-tcp", Transport.TCP, PORT, "127.0.2.1", "127.0.0.1");
    chooser.add(extern, "ext-udp6", Transport.UDP, EXTERN_IPV6_PORT, "::1");
    return new DemoListeners(intern, extern, remarks);
  }

  /** Those of both networks. */
  List<Listener> all() {
    List<Listener> all = new ArrayList<>(intern);
    all.addAll(extern);
    return all;
  }

  private static final class Chooser {
    private final Function<Listener, Optional<String>> trial;
    private final List<String> remarks;
    private final List<Listener> taken = new ArrayList<>();

    Chooser(Function<Listener, Optional<String>> trial, List<String> remarks) {
      this.trial = trial;
      this.remarks = remarks;
    }

    void add(List<Listener> bond, String name, Transport transport, int port, String... hosts) {
      Listener wanted = listener(name, transport, hosts[0], port);
      Optional<String> problem = problem(wanted);
      if (problem.isEmpty()) {
        take(bond, wanted);
        return;
      }
      for (String host : hosts) {
        for (int next = port + STEP; next < port + STEP * TRIES; next += STEP) {
          Listener other = listener(name, transport, host, next);
          if (problem(other).isEmpty()) {
            remarks.add(problem.get() + "; using " + other.notation());
            take(bond, other);
            return;
          }
        }
      }
      remarks.add(problem.get() + "; going on without it");
    }

    private void take(List<Listener> bond, Listener listener) {
      taken.add(listener);
      bond.add(listener);
    }

    private Optional<String> problem(Listener listener) {
      return taken.stream().anyMatch(other -> other.key().equals(listener.key()))
          ? Optional.of(listener.notation() + " is in use by the demo")
          : trial.apply(listener);
    }

    private static Listener listener(String name, Transport transport, String host, int port) {
      InetAddress address = IpLiteral.parse(host).orElseThrow();
      return Listener.of(name, transport, address, port);
    }
  }
}
