package org.sipbond.testkit.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Distinct addresses of 127.0.0.0/8, away from those that people and programs use by habit. */
public final class LoopbackAddresses {
  private static final int LOWEST = 64;
  private static final int COUNT = 128;

  private final RandomGenerator random;
  private final Set<InetAddress> given = new HashSet<>();

  /**
   * Begins with none given.
   *
   * @param random chooses, so that tests in several processes rarely meet
   */
  public LoopbackAddresses(RandomGenerator random) {
    this.random = random;
  }

  /** An address that was not given before. */
  public InetAddress next() {
    InetAddress address = any();
    while (!given.add(address)) {
      address = any();
    }
    return address;
  }

  /** Whether this machine can use {@code ::1}. */
  public static boolean ipv6Available() {
    try {
      return NetworkInterface.getByInetAddress(ipv6()) != null;
    } catch (IOException none) {
      return false;
    }
  }

  /** {@code ::1}. */
  public static InetAddress ipv6() {
    byte[] bytes = new byte[16];
    bytes[15] = 1;
    return address(bytes);
  }

  private InetAddress any() {
    int network = LOWEST + random.nextInt(COUNT);
    int host = 1 + random.nextInt(254);
    return address(new byte[] {127, (byte) network, (byte) random.nextInt(255), (byte) host});
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("address of " + bytes.length + " bytes", impossible);
    }
  }
}
