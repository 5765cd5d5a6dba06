package org.sipbond.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUriTest {

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "sip:192.0.2.9,                              sip:192.0.2.9",
    "SIP:alice@Example.com:5062,                 sip:alice@Example.com:5062",
    "sips:+49301234@[2001:DB8:0::9]:5061,        sips:+49301234@[2001:db8::9]:5061",
    "sip:192.0.2.9;transport=tcp,                sip:192.0.2.9;transport=tcp",
    "sip:a@192.0.2.9;lr;Transport=TCP;x=%41,     sip:a@192.0.2.9;lr;transport=TCP;x=%41",
    "sip:alice:secret@192.0.2.9,                 sip:alice@192.0.2.9",
    "sip:1234;phone-context=+49@192.0.2.9,       sip:1234;phone-context=+49@192.0.2.9",
    "sip:%30%30@192.0.2.9,                       sip:%30%30@192.0.2.9",
    "sip:a@192.0.2.9;maddr=[2001:db8::1],        sip:a@192.0.2.9;maddr=[2001:db8::1]",
  })
  void readsAndWrites(String text, String written) {
    assertThat(TargetUri.parse(text).map(TargetUri::toString)).contains(written);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "192.0.2.9",
        "tel:+49301234",
        "sip:",
        "sip:@192.0.2.9",
        "sip:192.0.2.300",
        "sip:2001:db8::9",
        "sip:[192.0.2.9]",
        "sip:192.0.2.9:0",
        "sip:192.0.2.9:65536",
        "sip:192.0.2.9:",
        "<sip:192.0.2.9>",
        "sip:192.0.2.9?Subject=x",
        "sip:a b@192.0.2.9",
        "sip:a%4@192.0.2.9",
        "sip:a%zz@192.0.2.9",
        "sip:192.0.2.9;transport=udp;Transport=tcp",
        "sip:192.0.2.9 ;transport=udp",
        "sip:192.0.2.9\r\nVia: x",
      })
  void readsNothingElse(String text) {
    assertThat(TargetUri.parse(text)).isEmpty();
  }

  @Test
  void readsLongTextsWithoutRunningOutOfStack() {
    String user = "%41".repeat(30_000);
    assertThat(TargetUri.parse("sip:" + user + "@192.0.2.9").map(TargetUri::decodedUser))
        .contains("A".repeat(30_000));
    assertThat(TargetUri.parse("sip:" + "a.".repeat(30_000))).isEmpty();
    assertThat(TargetUri.parse("sip:192.0.2.9" + ";a".repeat(30_000))).isEmpty();
  }

  @Test
  void refusesAUserThatWouldChangeTheUri() {
    TargetUri uri = parse("sip:192.0.2.9");
    assertThatThrownBy(() -> uri.withUser("a@b"))
        .hasMessage("user is \"a@b\"; allowed: the characters of RFC 3261 §25.1, others escaped");
    assertThatThrownBy(() -> new TargetUri("tel", "", "192.0.2.9", 5060, Map.of()))
        .hasMessage("scheme is tel; allowed: sip, sips");
  }

  private static TargetUri parse(String text) {
    return TargetUri.parse(text).orElseThrow();
  }
}
