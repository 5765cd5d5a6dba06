package org.sipbond.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineInterfacesTest {

  @Test
  void knowsTheLoopbackInterfaceAndNoOtherName() throws SocketException {
    String loopback =
        NetworkInterface.networkInterfaces()
            .filter(found -> found.inetAddresses().anyMatch(InetAddress::isLoopbackAddress))
            .map(NetworkInterface::getName)
            .findFirst()
            .orElseThrow();
    assertThat(new MachineInterfaces().of(loopback).orElse(List.of()))
        .anyMatch(InetAddress::isLoopbackAddress);
    assertThat(new MachineInterfaces().of("no-such-interface")).isEmpty();
  }
}
