package org.sipbond.core.bond;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Transport;

/** Which address family a bond tries first, of a host that has both. */
public enum FamilyOrder {
  /** That of the member that is declared first: the default. */
  MEMBERS,
  IPV4_FIRST,
  IPV6_FIRST;

  /** The order of that name in the configuration, which is in lower case. */
  public static Optional<FamilyOrder> named(String name) {
    return Arrays.stream(values()).filter(order -> order.toString().equals(name)).findFirst();
  }

  /** Every name that {@link #named} knows. */
  public static List<String> names() {
    return Arrays.stream(values()).map(FamilyOrder::toString).toList();
  }

  /** The same, each once: the transports stay in their order, the families of each in this one. */
  public List<Capability> sort(Collection<Capability> capabilities) {
    List<Transport> transports =
        capabilities.stream().map(Capability::transport).distinct().toList();
    return this == MEMBERS
        ? capabilities.stream().distinct().toList()
        : capabilities.stream()
            .distinct()
            .sorted(
                Comparator.comparingInt((Capability able) -> transports.indexOf(able.transport()))
                    .thenComparing(able -> able.family() != first()))
            .toList();
  }

  private AddressFamily first() {
    return this == IPV6_FIRST ? AddressFamily.IPV6 : AddressFamily.IPV4;
  }

  /** {@code members}, {@code ipv4-first} or {@code ipv6-first}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
