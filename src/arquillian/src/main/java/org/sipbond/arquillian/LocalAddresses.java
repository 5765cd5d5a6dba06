package org.sipbond.arquillian;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/** Which addresses this machine has. */
final class LocalAddresses {
  private LocalAddresses() {}

  /**
   * Whether a socket can be bound to the address. All of 127.0.0.0/8 counts, as it does on Linux.
   */
  static boolean has(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null
          || (address.isLoopbackAddress() && address.getAddress().length == 4);
    } catch (SocketException e) {
      return false;
    }
  }
}
