// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gov.nist.javax.sip.stack.HopImpl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.sip.address.Hop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericAddressesTest {
  private final NumericAddresses addresses = new NumericAddresses();

  @ParameterizedTest
  @CsvSource({
    "192.0.2.9, 5070, UDP, 192.0.2.9:5070/UDP",
    "192.0.2.9, -1, UDP, 192.0.2.9:5060/UDP",
    "2001:db8::1, -1, TLS, [2001:db8::1]:5061/TLS",
    "[2001:db8::1], 5062, TCP, [2001:db8::1]:5062/TCP"
  })
  void stayAsTheyAreWithThePortFilledIn(String host, int port, String transport, String expected) {
    assertThat(addresses.resolveAddress(new HopImpl(host, port, transport))).hasToString(expected);
  }

  /** The JDK says at once what is wrong with it; a look-up would say that the name is unknown. */
  @ParameterizedTest
  @ValueSource(
      strings = {"pbx.example.com", "192.0.2.300", "192.0.2", "1.2.3.4.example.com", "pbx", "fe80"})
  void areNeverLookedUp(String name) {
    Hop hop = addresses.resolveAddress(new HopImpl(name, 5060, "UDP"));
    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> InetAddress.getByName(hop.getHost()))
        .withMessageContaining("invalid IPv6");
  }
}
