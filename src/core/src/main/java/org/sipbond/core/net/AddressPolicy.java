package org.sipbond.core.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which addresses a request may be sent to. */
public enum AddressPolicy {
  /** The address of any host. */
  ANY,
  /** Not into private networks, so that a name cannot lead a call from outside into them. */
  PUBLIC;

  /** RFC 6890, as far as hosts are there. */
  private static final List<Network> PRIVATE =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "::1/128",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10")
          .map(network -> Network.parse(network).orElseThrow())
          .toList();

  /** The policy of that name in the configuration, which is in lower case. */
  public static Optional<AddressPolicy> named(String name) {
    return Arrays.stream(values()).filter(policy -> policy.toString().equals(name)).findFirst();
  }

  /** Every name that {@link #named} knows. */
  public static List<String> names() {
    return Arrays.stream(values()).map(AddressPolicy::toString).toList();
  }

  /** Whether nothing may be sent to {@code address}, because it is private. */
  public boolean forbids(InetAddress address) {
    return this == PUBLIC && PRIVATE.stream().anyMatch(network -> network.contains(address));
  }

  /** {@code any} or {@code public}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
