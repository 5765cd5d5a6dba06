package org.sipbond.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "198.51.100.7:5060,       198.51.100.7:5060",
    "[2001:DB8:0::1]:5061,    [2001:db8::1]:5061",
    "sbc.example.com:5060,    sbc.example.com:5060",
    "1sbc.example.com.:1,     1sbc.example.com.:1",
    "a-b.example.com:65535,   a-b.example.com:65535",
  })
  void readsAndWrites(String text, String written) {
    assertThat(HostPort.parse(text).map(HostPort::toString)).contains(written);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "198.51.100.7",
        "198.51.100.7:",
        "198.51.100.7:0",
        "198.51.100.7:65536",
        "198.51.100.7:05060",
        "198.51.100.7:+5060",
        "198.51.100.300:5060",
        "2001:db8::1:5060",
        "[2001:db8::1]",
        "-a.example.com:5060",
        "a..example.com:5060",
        "a_b.example.com:5060",
        ":5060",
      })
  void readsNothingElse(String text) {
    assertThat(HostPort.parse(text)).isEmpty();
  }

  @Test
  void equalsHoweverTheAddressWasSpelled() {
    assertThat(new HostPort("2001:DB8:0:0::1", 5060))
        .isEqualTo(new HostPort("[2001:db8::1]", 5060));
  }

  @Test
  void saysWhatIsAllowed() {
    assertThatThrownBy(() -> new HostPort("192.0.2.300", 5060))
        .hasMessage("host is \"192.0.2.300\"; allowed: an IP address or a host name");
    assertThatThrownBy(() -> new HostPort("192.0.2.1", 0))
        .hasMessage("port is 0; allowed: 1 to 65535");
  }
}
