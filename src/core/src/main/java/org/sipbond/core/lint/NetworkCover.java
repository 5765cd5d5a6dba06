package org.sipbond.core.lint;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.sipbond.core.net.Network;

/** Whether networks together have every address of another. */
final class NetworkCover {
  private NetworkCover() {}

  /** Exactly so: halves that are covered by different networks are seen. */
  static boolean covers(List<Network> all, Network some) {
    if (all.stream().anyMatch(wide -> within(some, wide))) {
      return true;
    }
    List<Network> inside = all.stream().filter(narrow -> within(narrow, some)).toList();
    return !inside.isEmpty()
        && covers(inside, half(some, BigInteger.ZERO))
        && covers(inside, half(some, BigInteger.ONE));
  }

  private static boolean within(Network narrow, Network wide) {
    return wide.prefixLength() <= narrow.prefixLength() && wide.contains(narrow.address());
  }

  private static Network half(Network whole, BigInteger upper) {
    byte[] bytes = whole.address().getAddress();
    int shift = bytes.length * Byte.SIZE - whole.prefixLength() - 1;
    BigInteger number = new BigInteger(1, bytes).or(upper.shiftLeft(shift));
    return new Network(address(number, bytes.length), whole.prefixLength() + 1);
  }

  private static InetAddress address(BigInteger number, int length) {
    byte[] bytes = new byte[length];
    byte[] digits = number.toByteArray();
    int count = Math.min(digits.length, length);
    System.arraycopy(digits, digits.length - count, bytes, length - count, count);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException wrongLength) {
      throw new IllegalArgumentException("address has " + length + " bytes", wrongLength);
    }
  }
}
