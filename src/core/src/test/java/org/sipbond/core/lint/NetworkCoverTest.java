package org.sipbond.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.net.Network;

class NetworkCoverTest {

  @ParameterizedTest(name = "{0} cover {1}: {2}")
  @CsvSource({
    "192.0.2.0/24,                   192.0.2.0/24,   true",
    "192.0.2.0/24,                   192.0.2.64/26,  true",
    "192.0.2.64/26,                  192.0.2.0/24,   false",
    "192.0.2.0/24,                   192.0.2.7,      true",
    "192.0.2.0/25,                   192.0.2.128/25, false",
    "192.0.2.0/25 192.0.2.128/25,    192.0.2.0/24,   true",
    "192.0.2.128/25 192.0.2.0/26 192.0.2.64/26, 192.0.2.0/24, true",
    "192.0.2.128/25 192.0.2.0/26,    192.0.2.0/24,   false",
    "192.0.2.6 192.0.2.7,            192.0.2.6/31,   true",
    "192.0.2.6,                      192.0.2.6/31,   false",
    "0.0.0.0/1 128.0.0.0/1,          0.0.0.0/0,      true",
    "0.0.0.0/0,                      ::/0,           false",
    "::/0,                           2001:db8::/32,  true",
    "2001:db8::/33 2001:db8:8000::/33, 2001:db8::/32, true",
    "::/1 8000::/1,                  ::/0,           true",
    "2001:db8::1,                    2001:db8::/127, false",
  })
  void tellsWhetherEveryAddressIsThere(String networks, String network, boolean covers) {
    List<Network> all = Arrays.stream(networks.split(" ")).map(NetworkCoverTest::network).toList();

    assertThat(NetworkCover.covers(all, network(network))).isEqualTo(covers);
  }

  private static Network network(String text) {
    return Network.parse(text).orElseThrow();
  }
}
