package org.sipbond.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.attempt.RequestSize;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.Capabilities;
import org.sipbond.core.resolve.FakeDns;
import org.sipbond.core.resolve.LocatingLimits;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.resolve.Target;

class LargeRequestsTest {
  private static final RequestSize SMALL = new RequestSize(1300);
  private static final RequestSize LARGE = new RequestSize(1301);

  private final FakeDns dns =
      new FakeDns()
          .zone("plain.example.com A 192.0.2.1")
          .zone("plain.example.com AAAA 2001:db8::1")
          .zone("both.example.com NAPTR 10 1 s SIP+D2U _sip._udp.both.example.com")
          .zone("both.example.com NAPTR 20 1 s SIP+D2T _sip._tcp.both.example.com")
          .zone("_sip._udp.both.example.com SRV 1 1 5060 plain.example.com")
          .zone("_sip._tcp.both.example.com SRV 1 1 5070 plain.example.com")
          .zone("_sip._udp.udp.example.com SRV 1 1 5060 plain.example.com");

  /** RFC 3261 §18.1.1, as far as the bond can and the URI lets. */
  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sip:192.0.2.1               | udp tcp | tcp:192.0.2.1:5060 udp:192.0.2.1:5060",
        "sip:192.0.2.1:5062          | udp tcp | tcp:192.0.2.1:5062 udp:192.0.2.1:5062",
        "sip:192.0.2.1               | udp     | udp:192.0.2.1:5060",
        "sip:192.0.2.1;transport=udp | udp tcp | udp:192.0.2.1:5060",
        "sip:192.0.2.1;transport=tcp | udp tcp | tcp:192.0.2.1:5060",
        "sip:plain.example.com       | udp tcp | tcp:192.0.2.1:5060 udp:192.0.2.1:5060",
        "sip:both.example.com        | udp tcp | tcp:192.0.2.1:5070 udp:192.0.2.1:5060",
        "sip:udp.example.com         | udp tcp | udp:192.0.2.1:5060",
      })
  void goByTcpFirst(String uri, String transports, String destinations) {
    assertThat(destinations(LargeRequests.order(locate(uri, transports), LARGE)))
        .containsExactly(destinations.split(" ", -1));
  }

  @Test
  void areAboveWhatUdpIsMeantFor() {
    Resolution.Located located = locate("sip:both.example.com", "udp tcp");
    assertThat(LargeRequests.order(located, SMALL)).isEqualTo(located);
    assertThat(SMALL.remark(Transport.UDP)).isEmpty();
    assertThat(LARGE.remark(Transport.TCP)).isEqualTo("1301 bytes, too many for udp");
    assertThat(LARGE.remark(Transport.UDP))
        .isEqualTo("1301 bytes, though by udp for want of anything else");
  }

  private Resolution.Located locate(String uri, String transports) {
    List<Capability> able =
        Arrays.stream(transports.split(" ", -1))
            .map(name -> new Capability(Transport.named(name).orElseThrow(), AddressFamily.IPV4))
            .toList();
    return new Resolver(dns, new Random(1), LocatingLimits.DEFAULT)
        .resolve(Target.of(TargetUri.parse(uri).orElseThrow(), Capabilities.of(able)))
        .toCompletableFuture()
        .join()
        .fold(
            located -> located,
            unlocated -> {
              throw new AssertionError(unlocated);
            });
  }

  private static List<String> destinations(Resolution.Located located) {
    return located.destinations().stream().map(Object::toString).toList();
  }
}
