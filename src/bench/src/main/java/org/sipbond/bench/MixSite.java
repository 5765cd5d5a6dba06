package org.sipbond.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/**
 * Where everybody of a mix is. Both bonds have a member for UDP and TCP, IPv4 and IPv6; each part
 * of the mix has sockets of its own, and a user that its rule knows it by.
 */
final class MixSite {
  private static final int INTERN = 15_100;
  private static final int EXTERN = 15_110;
  private static final int PEERS = 15_200;
  private static final int PORTS_OF_A_PART = 10;

  private final List<Mix.Part> parts;

  MixSite(List<Mix.Part> parts) {
    this.parts = parts;
  }

  /** Whom a part calls. */
  static String user(int part) {
    return "part" + part;
  }

  /** Where sipbond takes the calls of a part. */
  InetSocketAddress door(int part) {
    return member(INTERN, parts.get(part).in(), parts.get(part).ipv6In());
  }

  /** Where the calls of a part come from. */
  InetSocketAddress exit(int part) {
    return member(EXTERN, parts.get(part).out(), parts.get(part).ipv6Out());
  }

  /** The caller of a part; with bad weather, where a relay shows him to sipbond. */
  InetSocketAddress caller(int part) {
    return socket(part, 0, parts.get(part).ipv6In());
  }

  /** The callee of a part; with bad weather, where a relay shows him to sipbond. */
  InetSocketAddress callee(int part) {
    return socket(part, 1, parts.get(part).ipv6Out());
  }

  /** With bad weather, the caller behind the relay. */
  InetSocketAddress farCaller(int part) {
    return socket(part, 2, parts.get(part).ipv6In());
  }

  /** With bad weather, where the relay shows sipbond to the caller. */
  InetSocketAddress farDoor(int part) {
    return socket(part, 3, parts.get(part).ipv6In());
  }

  /** With bad weather, the callee behind the relay. */
  InetSocketAddress farCallee(int part) {
    return socket(part, 4, parts.get(part).ipv6Out());
  }

  /** With bad weather, where the relay shows sipbond to the callee. */
  InetSocketAddress farExit(int part) {
    return socket(part, 5, parts.get(part).ipv6Out());
  }

  /** The configuration document. */
  String document() {
    return """
        guard = warn
        listeners {
        %s%s}
        bonds {
          intern = [int-udp4, int-tcp4, int-udp6, int-tcp6]
          extern = [ext-udp4, ext-tcp4, ext-udp6, ext-tcp6]
        }
        next-hops {
        %s}
        rules = [
        %s]
        http { port = 18080 }
        """
        .formatted(listeners("int", INTERN), listeners("ext", EXTERN), hops(), rules());
  }

  private static String listeners(String prefix, int port) {
    return Stream.of(Transport.UDP, Transport.TCP)
        .flatMap(
            transport ->
                Stream.of(false, true).map(ipv6 -> listener(prefix, port, transport, ipv6)))
        .collect(Collectors.joining());
  }

  private static String listener(String prefix, int port, Transport transport, boolean ipv6) {
    return "  %s-%s%s = \"%s:%s\"\n"
        .formatted(
            prefix, transport, ipv6 ? "6" : "4", transport, text(member(port, transport, ipv6)));
  }

  private String hops() {
    return each(
        part ->
            "  %s = \"sip:%s;transport=%s\"\n"
                .formatted(user(part), text(callee(part)), parts.get(part).out()));
  }

  private String rules() {
    return each(
        part ->
            "  { from = intern, to = extern, user = %1$s, next-hop = %1$s }\n"
                .formatted(user(part)));
  }

  private String each(IntFunction<String> text) {
    return IntStream.range(0, parts.size()).mapToObj(text).collect(Collectors.joining());
  }

  private static InetSocketAddress member(int base, Transport transport, boolean ipv6) {
    int port = base + (transport == Transport.UDP ? 0 : 1);
    return new InetSocketAddress(address(ipv6, base == INTERN ? 1 : 2), ipv6 ? port + 2 : port);
  }

  private static InetSocketAddress socket(int part, int which, boolean ipv6) {
    return new InetSocketAddress(address(ipv6, 9), PEERS + part * PORTS_OF_A_PART + which);
  }

  private static InetAddress address(boolean ipv6, int host) {
    return Optional.of(ipv6 ? "::1" : "127.0.71." + host).flatMap(IpLiteral::parse).orElseThrow();
  }

  private static HostPort text(InetSocketAddress socket) {
    return HostPort.of(socket.getAddress(), socket.getPort());
  }
}
