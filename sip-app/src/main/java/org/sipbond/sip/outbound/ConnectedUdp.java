package org.sipbond.sip.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import org.sipbond.core.bond.SourceAddress;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Destination;

/**
 * Asks the kernel by connecting a UDP socket: that looks the route up, sends nothing and waits for
 * nobody. Asks for the port of the destination, but for UDP whatever the transport is: a policy
 * rule of the kernel for one protocol alone is not seen.
 */
final class ConnectedUdp implements SourceRoutes {

  @Override
  public SourceAddress to(Destination destination) {
    try (DatagramChannel socket = DatagramChannel.open(protocol(destination.family()))) {
      socket.connect(new InetSocketAddress(destination.address(), destination.port()));
      return answer(((InetSocketAddress) socket.getLocalAddress()).getAddress());
    } catch (IOException refused) {
      return new SourceAddress.NoRoute(String.valueOf(refused.getMessage()));
    } catch (UnsupportedOperationException noSuchFamily) {
      return new SourceAddress.NoRoute("this machine has no " + destination.family());
    }
  }

  /** The family is given, so that an IPv4 address never comes back as one mapped to IPv6. */
  private static ProtocolFamily protocol(AddressFamily family) {
    return family == AddressFamily.IPV4
        ? StandardProtocolFamily.INET
        : StandardProtocolFamily.INET6;
  }

  private static SourceAddress answer(InetAddress address) {
    return address.isAnyLocalAddress()
        ? new SourceAddress.NoRoute("it names no address")
        : new SourceAddress.From(address);
  }
}
