package org.sipbond.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopbackTest {
  @Test
  void givesDistinctLoopbackAddresses() {
    LoopbackAddresses addresses = new LoopbackAddresses(new Random(1));
    Set<InetAddress> given = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      given.add(addresses.next());
    }
    assertThat(given).hasSize(1000).allMatch(InetAddress::isLoopbackAddress);
  }

  @Test
  void givesDistinctFreeSockets() {
    InetAddress address = new LoopbackAddresses(new Random(2)).next();
    PortAllocator ports = new PortAllocator();
    Set<InetSocketAddress> given = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      given.add(ports.free(address));
    }
    assertThat(given).hasSize(50).allMatch(socket -> socket.getAddress().equals(address));
  }

  @Test
  void namesIpv6Loopback() {
    assertThat(LoopbackAddresses.ipv6().isLoopbackAddress()).isTrue();
  }
}
