package org.sipbond.core.bond;

import java.net.InetAddress;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;

/**
 * One listening socket of the container.
 *
 * @param name unique among the listeners of a configuration
 * @param address one address of this machine, never the wildcard
 * @param advertised what peers see in Via, Contact and Record-Route; the socket's own address when
 *     nothing else was asked for
 */
public record Listener(
    String name, Transport transport, InetAddress address, int port, HostPort advertised) {

  public Listener {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("listener name is empty; allowed: a name");
    }
    if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
      throw new IllegalArgumentException(
          "listener " + name + " is on " + HostPort.text(address, port) + "; allowed: one address");
    }
    HostPort.checkPort(port);
  }

  /** A listener that is seen by peers as what it is. */
  public static Listener of(String name, Transport transport, InetAddress address, int port) {
    return new Listener(name, transport, address, port, HostPort.of(address, port));
  }

  /** The family of the socket's own address. */
  public AddressFamily family() {
    return AddressFamily.of(address);
  }

  /** What it can send: its transport over its family. */
  public Capability capability() {
    return new Capability(transport, family());
  }

  /** The socket alone, without name and advertised address. */
  public ListenerKey key() {
    return new ListenerKey(transport, address, port);
  }

  /** Whether peers see another address than the socket's own. */
  public boolean isAdvertised() {
    return !advertised.equals(HostPort.of(address, port));
  }

  /** The notation of the configuration file: {@code udp:192.0.2.1:5060}. */
  public String notation() {
    return key().toString();
  }

  /** {@code ext-udp udp:192.0.2.4:5060 advertised as 198.51.100.7:5060}. */
  @Override
  public String toString() {
    return name + " " + notation() + (isAdvertised() ? " advertised as " + advertised : "");
  }
}
