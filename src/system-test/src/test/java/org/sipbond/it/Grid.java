package org.sipbond.it;

import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Two bonds, intern and extern, each with a member for every {@link Medium#plain plain medium}, and
 * a callee for every one of them. A call from intern to a user such as {@code udp4-anybody} goes to
 * that callee. A third bond, nat, has one member that advertises another address; what comes from
 * there goes to the callee of UDP over IPv4, and so do calls to users such as {@code nat-anybody}.
 */
final class Grid {
  private static final int INTERN = 1;
  private static final int EXTERN = 2;
  private static final int NAT = 3;
  private static final int CALLEE = 20;

  private final FreePorts ports = new FreePorts();
  private final Map<Medium, InetSocketAddress> intern = sockets(INTERN);
  private final Map<Medium, InetSocketAddress> extern = sockets(EXTERN);
  private final Map<Medium, InetSocketAddress> callees = sockets(CALLEE);
  private final InetSocketAddress nat = free(Medium.UDP4, NAT);
  private final StringBuilder moreListeners = new StringBuilder();
  private final StringBuilder moreHops = new StringBuilder();
  private final StringBuilder moreRules = new StringBuilder();
  private final StringBuilder more = new StringBuilder();

  /** Where the callee of that medium listens, or nobody. */
  InetSocketAddress callee(Medium medium) {
    return Objects.requireNonNull(callees.get(medium));
  }

  /** A socket on 127.0.60.{@code host}, or on the only address of IPv6. */
  InetSocketAddress free(Medium medium, int host) {
    return ports.on(medium.address(host));
  }

  /** One more listener, in no bond. */
  Grid listener(String name, String notation) {
    moreListeners.append("  %s = \"%s\"\n".formatted(name, notation));
    return this;
  }

  /** One more rule: calls from intern to users that begin with the name go out by extern. */
  Grid hop(String name, String uri) {
    moreHops.append("  %s = \"%s\"\n".formatted(name, uri));
    moreRules.append(
        "  { from = intern, to = extern, user = \"%1$s-*\", next-hop = %1$s }\n".formatted(name));
    return this;
  }

  /** One more rule, as it stands in the document. */
  Grid rule(String rule) {
    moreRules.append("  %s\n".formatted(rule));
    return this;
  }

  /** More of the document, as it stands there. */
  Grid with(String lines) {
    more.append(lines).append('\n');
    return this;
  }

  /** The configuration document. */
  String document() {
    return """
        listeners {
        %s  ext-nat = { bind = "udp:127.0.60.%d:%d", advertise = "198.51.100.7:%d" }
        }
        bonds {
          intern = [%s]
          extern = [%s]
          nat = [ext-nat]
        }
        next-hops {
        %s}
        rules = [
        %s  { from = intern, to = nat, user = "nat-*", next-hop = callee-udp4 }
          { from = nat, to = intern, next-hop = callee-udp4 }
        ]
        %s"""
        .formatted(
            each("  int-%1$s = \"%2$s\"\n", intern)
                + each("  ext-%1$s = \"%2$s\"\n", extern)
                + moreListeners,
            NAT,
            nat.getPort(),
            nat.getPort(),
            each("int-%1$s, ", intern),
            each("ext-%1$s, ", extern),
            each("  callee-%1$s = \"%3$s\"\n", callees) + moreHops,
            each(
                    "  { from = intern, to = extern, user = \"%1$s-*\", next-hop = callee-%1$s }\n",
                    callees)
                + moreRules,
            more);
  }

  private static String each(String format, Map<Medium, InetSocketAddress> sockets) {
    StringBuilder text = new StringBuilder();
    sockets.forEach(
        (medium, socket) ->
            text.append(format.formatted(medium, medium.notation(socket), medium.uri(socket))));
    return text.toString().replaceFirst(", $", "");
  }

  private Map<Medium, InetSocketAddress> sockets(int host) {
    Map<Medium, InetSocketAddress> sockets = new EnumMap<>(Medium.class);
    for (Medium medium : Medium.plain()) {
      sockets.put(medium, free(medium, host));
    }
    return sockets;
  }
}
