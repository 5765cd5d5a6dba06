package org.sipbond.core.config;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Knows the network interfaces of this machine. */
@FunctionalInterface
public interface InterfaceAddresses {
  /** Every address of an interface, of both families; empty when there is no such interface. */
  Optional<List<InetAddress>> of(String interfaceName);
}
