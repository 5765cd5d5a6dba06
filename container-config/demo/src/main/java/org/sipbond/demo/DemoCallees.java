package org.sipbond.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.agent.UserAgent;

/** Peers on the external network that answer every call, one for each pair the bond can send. */
final class DemoCallees implements AutoCloseable {
  /** The user part that leads to a peer for whom the bond has no member. */
  static final String UNREACHABLE = "tls";

  private final List<Callee> callees = new ArrayList<>();

  /**
   * One peer.
   *
   * @param user the user part that leads to it
   * @param egress the only member of the bond that can send to it
   */
  record Callee(String user, Listener egress, UserAgent agent) {
    private String uri() {
      return "sip:"
          + hostPort()
          + (egress.transport() == Transport.UDP ? "" : ";transport=" + egress.transport());
    }

    private HostPort hostPort() {
      return HostPort.of(agent.address().getAddress(), agent.address().getPort());
    }
  }

  /**
   * Opens a callee beside each external listener.
   *
   * @throws IOException if a callee cannot have a socket
   */
  static DemoCallees beside(List<Listener> extern) throws IOException {
    DemoCallees opened = new DemoCallees();
    for (Listener egress : extern) {
      String user = egress.transport() + (egress.family() == AddressFamily.IPV6 ? "6" : "");
      UserAgent agent = UserAgent.open(user, egress.transport(), egress.address(), 0);
      agent.answerCalls();
      opened.callees.add(new Callee(user, egress, agent));
    }
    return opened;
  }

  /** All of them, in the order of the listeners. */
  List<Callee> all() {
    return List.copyOf(callees);
  }

  /** The next hops of the configuration: each callee, and one that no member can reach. */
  Map<String, String> nextHops() {
    Map<String, String> hops = new LinkedHashMap<>();
    callees.forEach(callee -> hops.put(callee.user(), callee.uri()));
    hops.put(UNREACHABLE, "sips:" + callees.get(0).hostPort());
    return hops;
  }

  @Override
  public void close() {
    callees.forEach(callee -> callee.agent().close());
  }
}
