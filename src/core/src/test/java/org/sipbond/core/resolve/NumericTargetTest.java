package org.sipbond.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.TargetUri;

class NumericTargetTest {

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
    assertThat(locate(uri)).isEqualTo(destination);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sip:pbx.example.com | host name pbx.example.com is no IP address;"
            + " allowed: an IP address",
        "sip:192.0.2.9;maddr=pbx.example.com | host name pbx.example.com is no IP address;"
            + " allowed: an IP address",
        "sip:192.0.2.9;transport=sctp | no transport for sip:192.0.2.9;transport=sctp; allowed:"
            + " a transport of udp, tcp, tls, ws, wss",
        "sips:192.0.2.9;transport=udp | no transport for sips:192.0.2.9;transport=udp; allowed:"
            + " a transport of tcp, tls, ws, wss",
        "sip:0.0.0.0 | nothing can be sent to 0.0.0.0; allowed: the address of one host",
        "sip:[ff02::1] | nothing can be sent to ff02::1; allowed: the address of one host",
      })
  void saysWhyATargetIsNotNumeric(String uri, String reason) {
    assertThat(locate(uri)).isEqualTo(reason);
  }

  @Test
  void keepsTheDomainForTheNameCheck() {
    assertThat(
            NumericTarget.of(parse("sip:Example.com;maddr=192.0.2.7"))
                .<String>fold(Destination::domain, NumericTarget.Refused::reason))
        .isEqualTo("Example.com");
  }

  private static String locate(String uri) {
    return NumericTarget.of(parse(uri)).fold(Destination::toString, NumericTarget.Refused::reason);
  }

  private static TargetUri parse(String text) {
    return TargetUri.parse(text).orElseThrow();
  }
}
