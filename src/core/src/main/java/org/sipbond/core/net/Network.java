package org.sipbond.core.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of addresses in CIDR notation (RFC 4632 §3.1, RFC 4291 §2.3).
 *
 * @param address the first address: every bit after the prefix is zero
 * @param prefixLength 0 to 32, or to 128 for IPv6
 */
public record Network(InetAddress address, int prefixLength) {

  public Network {
    int bits = bits(address);
    if (prefixLength < 0 || prefixLength > bits) {
      throw new IllegalArgumentException(
          "prefix length is " + prefixLength + "; allowed: 0 to " + bits);
    }
    if (number(address).getLowestSetBit() >= 0
        && number(address).getLowestSetBit() < bits - prefixLength) {
      throw new IllegalArgumentException(
          "network is "
              + IpLiteral.text(address)
              + "/"
              + prefixLength
              + "; allowed: an address that is zero after the prefix");
    }
  }

  /**
   * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32} or one address; empty when the text is
   * anything else, a network with bits after its prefix included.
   */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    return IpLiteral.parse(slash < 0 ? text : text.substring(0, slash))
        .flatMap(
            address ->
                slash < 0
                    ? Optional.of(new Network(address, bits(address)))
                    : prefixed(address, text.substring(slash + 1)));
  }

  /** Whether {@code other} is in this range; never for an address of the other family. */
  public boolean contains(InetAddress other) {
    int shift = bits(address) - prefixLength;
    return AddressFamily.of(other) == AddressFamily.of(address)
        && number(other).shiftRight(shift).equals(number(address).shiftRight(shift));
  }

  private static Optional<Network> prefixed(InetAddress address, String prefix) {
    if (!prefix.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    int length = Integer.parseInt(prefix);
    int hostBits = bits(address) - length;
    boolean plain = number(address).signum() == 0 || number(address).getLowestSetBit() >= hostBits;
    return hostBits >= 0 && plain ? Optional.of(new Network(address, length)) : Optional.empty();
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  /** {@code 192.0.2.0/24}. */
  @Override
  public String toString() {
    return IpLiteral.text(address) + "/" + prefixLength;
  }
}
