package org.sipbond.core.config;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

/** The interfaces that this machine has when asked. Free for any thread. */
public final class MachineInterfaces implements InterfaceAddresses {

  /**
   * The addresses as the machine orders them.
   *
   * @throws UncheckedIOException when the machine does not say
   */
  @Override
  public Optional<List<InetAddress>> of(String interfaceName) {
    try {
      return Optional.ofNullable(NetworkInterface.getByName(interfaceName))
          .map(found -> found.inetAddresses().toList());
    } catch (SocketException e) {
      throw new UncheckedIOException("addresses of interface " + interfaceName + " unknown", e);
    }
  }
}
