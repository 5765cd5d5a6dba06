package org.sipbond.core.bond;

import java.util.List;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/** Values that the tests of this module share, in the notation of the configuration. */
public final class Samples {
  private Samples() {}

  /** {@code listener("ext", "udp 192.0.2.1 5060")}. */
  public static Listener listener(String name, String socket) {
    List<String> parts = List.of(socket.split(" "));
    return Listener.of(
        name,
        Transport.named(parts.get(0)).orElseThrow(),
        IpLiteral.parse(parts.get(1)).orElseThrow(),
        Integer.parseInt(parts.get(2)));
  }

  /** {@code destination("tls 2001:db8::9 5061")}. */
  public static Destination destination(String socket) {
    Listener listener = listener("destination", socket);
    return Destination.of(listener.transport(), listener.address(), listener.port());
  }

  /** Bonds that all refuse what they cannot send. */
  public static Bonds bonds(Bond... bonds) {
    return new Bonds(List.of(bonds));
  }
}
