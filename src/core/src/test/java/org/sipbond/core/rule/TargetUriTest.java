package org.sipbond.core.rule;

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

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    // RFC 3263 §4.1: a numeric target without transport
    "sip:192.0.2.9,                            udp:192.0.2.9:5060",
    "sip:[2001:db8::9],                        udp:[2001:db8::9]:5060",
    "sips:192.0.2.9,                           tls:192.0.2.9:5061",
    // RFC 3263 §4.1: the transport parameter; §4.2: the port, or the transport's own
    "sip:192.0.2.9;transport=tcp,              tcp:192.0.2.9:5060",
    "sip:192.0.2.9;transport=TLS,              tls:192.0.2.9:5061",
    "sip:192.0.2.9:5080;transport=tls,         tls:192.0.2.9:5080",
    "sip:192.0.2.9;transport=ws,               ws:192.0.2.9:80",
    "sip:192.0.2.9;transport=wss,              wss:192.0.2.9:443",
    // RFC 3261 §19.1.2: sips with tcp means TLS over TCP
    "sips:192.0.2.9;transport=tcp,             tls:192.0.2.9:5061",
    "sips:192.0.2.9;transport=ws,              wss:192.0.2.9:443",
    // RFC 3263 §4: maddr is the target
    "sip:example.com;maddr=192.0.2.7,          udp:192.0.2.7:5060",
    "sip:a@192.0.2.9;maddr=[2001:db8::7],      udp:[2001:db8::7]:5060",
  })
  void locatesANumericTarget(String uri, String destination) {
    assertThat(parse(uri).numericDestination()).get().hasToString(destination);
    assertThat(parse(uri).notNumeric()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sip:pbx.example.com | host name pbx.example.com cannot be located in this release;"
            + " allowed: an IP address",
        "sip:192.0.2.9;maddr=pbx.example.com | host name pbx.example.com cannot be located in this"
            + " release; allowed: an IP address",
        "sip:192.0.2.9;transport=sctp | no transport for sip:192.0.2.9;transport=sctp; allowed:"
            + " a transport of udp, tcp, tls, ws, wss",
        "sips:192.0.2.9;transport=udp | no transport for sips:192.0.2.9;transport=udp; allowed:"
            + " a transport of tcp, tls, ws, wss",
        "sip:0.0.0.0 | nothing can be sent to 0.0.0.0; allowed: the address of one host",
        "sip:[ff02::1] | nothing can be sent to ff02::1; allowed: the address of one host",
      })
  void saysWhyATargetIsNotNumeric(String uri, String reason) {
    assertThat(parse(uri).numericDestination()).isEmpty();
    assertThat(parse(uri).notNumeric()).contains(reason);
  }

  @Test
  void keepsTheDomainForTheNameCheck() {
    assertThat(parse("sip:Example.com;maddr=192.0.2.7").numericDestination())
        .get()
        .extracting("domain")
        .isEqualTo("Example.com");
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
