package org.sipbond.it;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Set;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/** A transport over an address family, and where on loopback the parties of a test are in it. */
public enum Medium {
  UDP4(Transport.UDP, AddressFamily.IPV4),
  TCP4(Transport.TCP, AddressFamily.IPV4),
  TLS4(Transport.TLS, AddressFamily.IPV4),
  UDP6(Transport.UDP, AddressFamily.IPV6),
  TCP6(Transport.TCP, AddressFamily.IPV6),
  TLS6(Transport.TLS, AddressFamily.IPV6);

  private final Transport transport;
  private final AddressFamily family;

  Medium(Transport transport, AddressFamily family) {
    this.transport = transport;
    this.family = family;
  }

  /** Those that need no certificates. */
  static Set<Medium> plain() {
    return EnumSet.of(UDP4, TCP4, UDP6, TCP6);
  }

  /** Without the family. */
  public Transport transport() {
    return transport;
  }

  /** 127.0.60.{@code host}; over IPv6 there is only one loopback address. */
  public InetAddress address(int host) {
    return family == AddressFamily.IPV4 ? loopback("127.0.60." + host) : loopback("::1");
  }

  /** The notation of the configuration file. */
  public String notation(InetSocketAddress socket) {
    return transport + ":" + hostPort(socket);
  }

  /** A URI that leads to that socket over this transport. */
  public String uri(InetSocketAddress socket) {
    return "sip:" + hostPort(socket) + ";transport=" + transport;
  }

  /** In URIs and names of listeners: {@code udp4}. */
  @Override
  public String toString() {
    return transport + (family == AddressFamily.IPV4 ? "4" : "6");
  }

  static InetAddress loopback(String literal) {
    return IpLiteral.parse(literal).orElseThrow();
  }

  private static HostPort hostPort(InetSocketAddress socket) {
    return HostPort.of(socket.getAddress(), socket.getPort());
  }
}
