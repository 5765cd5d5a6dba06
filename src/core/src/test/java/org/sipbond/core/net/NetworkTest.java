package org.sipbond.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest(name = "{0} contains {1}: {2}")
  @CsvSource({
    "192.0.2.0/24,     192.0.2.255,       true",
    "192.0.2.0/24,     192.0.3.0,         false",
    "192.0.2.64/26,    192.0.2.63,        false",
    "192.0.2.64/26,    192.0.2.127,       true",
    "192.0.2.1,        192.0.2.1,         true",
    "192.0.2.1,        192.0.2.2,         false",
    "0.0.0.0/0,        198.51.100.7,      true",
    "0.0.0.0/0,        2001:db8::1,       false",
    "::/0,             2001:db8::1,       true",
    "::/0,             198.51.100.7,      false",
    "2001:db8::/32,    2001:db8:ffff::1,  true",
    "2001:db8::/32,    2001:db9::1,       false",
    "2001:db8::1,      2001:DB8:0::1,     true",
  })
  void contains(String network, String address, boolean contained) {
    assertThat(Network.parse(network).orElseThrow().contains(address(address)))
        .isEqualTo(contained);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "192.0.2.0/33",
        "192.0.2.0/",
        "192.0.2.0/-1",
        "192.0.2.1/24",
        "2001:db8::/129",
        "2001:db8::1/32",
        "example.com/24",
        "192.0.2.0/24/8",
      })
  void readsNothingElse(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }

  @Test
  void saysWhatIsAllowed() {
    assertThatThrownBy(() -> new Network(address("192.0.2.1"), 24))
        .hasMessage("network is 192.0.2.1/24; allowed: an address that is zero after the prefix");
    assertThatThrownBy(() -> new Network(address("192.0.2.0"), 33))
        .hasMessage("prefix length is 33; allowed: 0 to 32");
    assertThat(Network.parse("2001:db8::1")).get().hasToString("2001:db8::1/128");
  }

  private static InetAddress address(String text) {
    return IpLiteral.parse(text).orElseThrow();
  }
}
