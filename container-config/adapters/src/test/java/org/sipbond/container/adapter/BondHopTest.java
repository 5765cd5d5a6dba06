// SPDX-License-Identifier: AGPL-3.0-only
package org.sipbond.container.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BondHopTest {

  @ParameterizedTest
  @CsvSource({
    "udp:192.0.2.9:5060;domain=example.com, UDP, 192.0.2.9, 5060, example.com",
    "tls:[2001:db8::1]:5061;domain=example.com, TLS, [2001:db8::1], 5061, example.com",
    "tcp:[2001:db8::1]:65535;domain=2001:db8::1, TCP, [2001:db8::1], 65535, 2001:db8::1",
    "TCP:192.0.2.9:1, TCP, 192.0.2.9, 1, 192.0.2.9",
    "ws:[2001:db8::1]:80, WS, [2001:db8::1], 80, 2001:db8::1",
    "' wss:192.0.2.9:443 ', WSS, 192.0.2.9, 443, 192.0.2.9"
  })
  void isReadAsTheApplicationWritesIt(
      String value, String transport, String host, int port, String domain) {
    assertThat(BondHop.parse(value)).contains(new BondHop(transport, host, port, domain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.0.2.9:5060",
        "udp:192.0.2.9",
        "udp:192.0.2.300:5060",
        "udp:192.0.2:5060",
        "udp:example.com:5060",
        "udp:2001:db8::1:5060",
        "udp:192.0.2.9:0",
        "udp:192.0.2.9:65536",
        "sctp:192.0.2.9:5060",
        "udp:192.0.2.9:5060;domain=",
        "udp:192.0.2.9:5060;domain=a;b",
        "udp:192.0.2.9:5060, udp:192.0.2.8:5060"
      })
  void isNothingElse(String value) {
    assertThat(BondHop.parse(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "udp:192.0.2.9:5060;domain=example.com",
        "tls:[2001:db8::1]:5061;domain=2001:db8::1"
      })
  void isWrittenAsItIsRead(String value) {
    assertThat(BondHop.parse(value)).map(BondHop::toString).contains(value);
  }
}
