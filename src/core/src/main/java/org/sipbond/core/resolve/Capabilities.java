package org.sipbond.core.resolve;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Transport;

/**
 * What a bond can send, the preferred first; nothing else is asked for.
 *
 * @param inOrder each once; a bond gives them in the order of its members and of its {@code
 *     FamilyOrder}
 */
public record Capabilities(List<Capability> inOrder) {

  public Capabilities {
    inOrder = inOrder.stream().distinct().toList();
  }

  /** What a bond says of itself. */
  public static Capabilities of(Collection<Capability> capabilities) {
    return new Capabilities(List.copyOf(capabilities));
  }

  /** The transports, in order. */
  public List<Transport> transports() {
    return inOrder.stream().map(Capability::transport).distinct().toList();
  }

  /** The families that {@code transport} can be sent over, in order. */
  public List<AddressFamily> families(Transport transport) {
    return inOrder.stream()
        .filter(able -> able.transport() == transport)
        .map(Capability::family)
        .toList();
  }

  /** {@code udp over ipv4, tls over ipv6}. */
  @Override
  public String toString() {
    return inOrder.isEmpty()
        ? "nothing"
        : inOrder.stream().map(Capability::toString).collect(Collectors.joining(", "));
  }
}
