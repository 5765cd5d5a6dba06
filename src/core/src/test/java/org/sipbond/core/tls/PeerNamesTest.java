package org.sipbond.core.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerNamesTest {
  private static final Map<String, Integer> TYPES =
      Map.of("email", 1, "dns", 2, "uri", 6, "ip", 7, "id", 8);

  /** Names of the certificate, domain asked for, whether it is proved, section of RFC 5922. */
  @ParameterizedTest(name = "{0} for {1}: {2} ({3})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          uri:sip:example.com                           | example.com      | true  | 7.1 URI
          uri:SIP:Example.COM                           | example.com      | true  | 7.2 case
          uri:sip:example.com                           | EXAMPLE.com      | true  | 7.2 case
          uri:sip:example.com                           | example.com.     | true  | 7.2 the root's dot
          uri:sip:example.com:5061;transport=tls        | example.com      | true  | 7.1 hostpart
          uri:sip:example.com?subject=x                 | example.com      | true  | 7.1 hostpart
          uri:sip:alice@example.com                     | example.com      | false | 7.1 userinfo
          uri:sips:example.com                          | example.com      | false | 7.1 scheme
          uri:https://example.com                       | example.com      | false | 7.1 scheme
          uri:sip:                                      | example.com      | false | 7.1 no host
          uri:sip:example.com                           | pbx.example.com  | false | 7.2 subdomain
          uri:sip:pbx.example.com                       | example.com      | false | 7.2 parent
          uri:sip:*.example.com                         | pbx.example.com  | false | 7.2 wildcard
          uri:sip:example.com, uri:sip:example.net      | example.net      | true  | 7.1 several
          uri:sip:example.com, dns:example.net          | example.net      | false | 7.1 DNS only without URI
          uri:sip:alice@example.com, dns:example.com    | example.com      | true  | 7.1 no URI identity
          uri:https://example.net, dns:example.com      | example.com      | true  | 7.1 no URI identity
          dns:example.com                               | example.com      | true  | 7.1 DNS
          dns:EXAMPLE.com                               | example.com      | true  | 7.2 case
          dns:example.com, dns:pbx.example.com          | pbx.example.com  | true  | 7.1 several
          dns:*.example.com                             | pbx.example.com  | false | 7.2 wildcard
          dns:*.example.com                             | *.example.com    | false | 7.2 wildcard
          dns:example.com                               | pbx.example.com  | false | 7.2 subdomain
          dns:example.com                               | example.com.net  | false | 7.2 suffix
          dns:example.com                               | 192.0.2.9        | false | an address is no name
          dns:192.0.2.9                                 | 192.0.2.9        | false | an address is no name
          cn:192.0.2.9                                  | 192.0.2.9        | false | an address is no name
          ip:192.0.2.9                                  | 192.0.2.9        | true  | IP address
          ip:192.0.2.9                                  | 192.0.2.10       | false | IP address
          ip:192.0.2.9                                  | example.com      | false | IP address
          ip:2001:db8:0:0:0:0:0:9                       | 2001:db8::9      | true  | IP address
          ip:2001:db8:0:0:0:0:0:9                       | [2001:DB8::9]    | true  | IP address in a URI
          uri:sip:example.com, ip:192.0.2.9             | 192.0.2.9        | true  | IP address beside names
          uri:sip:example.com, ip:192.0.2.9             | example.com      | true  | IP address beside names
          cn:example.com                                | example.com      | true  | 7.1 CN
          cn:Example.COM                                | example.com      | true  | 7.2 case
          cn:*.example.com                              | pbx.example.com  | false | 7.2 wildcard
          cn:example.com, dns:example.net               | example.com      | false | 7.1 CN only without any
          cn:example.com, email:a@example.com           | example.com      | false | 7.1 CN only without any
          cn:example.com, id:1.2.3                      | example.com      | false | 7.1 CN only without any
          o:example.com                                 | example.com      | false | 7.1 CN
          """)
  void proveADomain(String names, String domain, boolean proved, String section) {
    assertThat(names(names).prove(domain)).as(section).isEqualTo(proved);
  }

  @Test
  void areShownAsTheyAreCompared() {
    assertThat(names("uri:sip:Example.com:5061, dns:example.net, ip:2001:db8:0:0:0:0:0:9"))
        .hasToString("example.com, 2001:db8::9");
    assertThat(names("o:example.com")).hasToString("no name");
  }

  @Test
  void areReadFromACommonNameThatNeedsEscapes() {
    assertThat(PeerNames.of(null, "CN=example.com,O=Example\\, Inc.").domains())
        .containsExactly("example.com");
    assertThat(PeerNames.of(null, "CN=example.com+OU=x").prove("example.net")).isFalse();
    assertThat(PeerNames.of(null, "no name at all").domains()).isEmpty();
  }

  private static PeerNames names(String text) {
    @Nullable List<List<?>> alternative = null;
    String subject = "O=Example";
    for (String name : text.split(", ", -1)) {
      String type = name.substring(0, name.indexOf(':'));
      String value = name.substring(name.indexOf(':') + 1);
      Integer number = TYPES.get(type);
      if (number == null) {
        subject = type + "=" + value + ",O=Example";
      } else {
        alternative = alternative == null ? new ArrayList<>() : alternative;
        alternative.add(List.of(number, value));
      }
    }
    return PeerNames.of(alternative, subject);
  }
}
