package org.sipbond.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "192.0.2.1,                               192.0.2.1",
    "0.0.0.0,                                 0.0.0.0",
    "2001:DB8::1,                             2001:db8::1",
    "[2001:db8::1],                           2001:db8::1",
    "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1,                    2001:db8:0:1:1:1:1:1",
    "2001:db8:0:0:1:0:0:1,                    2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1,                      2001:0:0:1::1",
    "::1,                                     ::1",
    "::,                                      ::",
    "2001:db8::,                              2001:db8::",
    "::ffff:192.0.2.1,                        192.0.2.1",
    "64:ff9b::192.0.2.33,                     64:ff9b::c000:221",
  })
  void readsEverySpellingAndWritesOne(String spelled, String written) {
    assertThat(IpLiteral.parse(spelled).map(IpLiteral::text)).contains(written);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "example.com",
        "localhost",
        "192.0.2",
        "192.0.2.300",
        "192.0.2.01",
        "3221225985",
        "0x7f.0.0.1",
        "192.0.2.1 ",
        "[192.0.2.1]",
        "2001:db8::1::2",
        "2001:db8:1",
        "2001:db8::1%eth0",
        "::ffff:192.0.2.300",
        "::192.0",
        ":",
        ":::",
        "[::1",
        "face",
      })
  void readsNothingElse(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
  }
}
