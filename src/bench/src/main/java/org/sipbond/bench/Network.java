package org.sipbond.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/**
 * One way across: who calls, by which listener it comes in, by which it leaves, who answers.
 *
 * @param name as it is printed
 */
record Network(
    String name,
    InetSocketAddress caller,
    Listener ingress,
    Listener egress,
    InetSocketAddress callee) {

  /** A way between sockets of the benchmark's own loopback addresses. */
  static Network of(Transport in, Transport out, boolean ipv6) {
    Listener ingress = Listener.of("int", in, address("127.0.71.1"), 15060);
    Listener egress = Listener.of("ext", out, address(ipv6 ? "::1" : "127.0.72.1"), 15070);
    return new Network(
        ingress.capability() + " to " + egress.capability(),
        new InetSocketAddress(address("127.0.71.9"), 15080),
        ingress,
        egress,
        new InetSocketAddress(address(ipv6 ? "::1" : "127.0.72.9"), 15090));
  }

  /** The callee as a next hop. */
  String nextHop() {
    return "sip:"
        + HostPort.of(callee.getAddress(), callee.getPort())
        + (egress.transport() == Transport.UDP ? "" : ";transport=" + egress.transport());
  }

  /** The configuration document for this way. */
  String document() {
    return """
        listeners { int = "%s", ext = "%s" }
        bonds { intern = [int], extern = [ext] }
        next-hops { callee = "%s" }
        rules = [ { from = intern, to = extern, next-hop = callee } ]
        http { port = 18080 }
        """
        .formatted(ingress.notation(), egress.notation(), nextHop());
  }

  /** Where calls go in. */
  InetSocketAddress door() {
    return new InetSocketAddress(ingress.address(), ingress.port());
  }

  private static InetAddress address(String literal) {
    return Optional.of(literal).flatMap(IpLiteral::parse).orElseThrow();
  }
}
