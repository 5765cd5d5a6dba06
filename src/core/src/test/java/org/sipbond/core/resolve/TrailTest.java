package org.sipbond.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.TargetUri;

class TrailTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.sipbond.core.resolve.LocatingCase#all")
  void leadsFromTheTargetToEachDestination(LocatingCase example) {
    resolve(example.dns(), example.target())
        .fold(TrailTest::trails, unlocated -> Stream.<Found>empty())
        .forEach(
            found -> {
              List<Question> questions = found.trail().questions();
              if (example.asks().isEmpty()) {
                assertThat(found.trail()).hasToString("numeric");
              } else {
                assertThat(example.asks())
                    .containsSubsequence(questions.stream().map(Question::toString).toList());
                assertThat(questions.get(questions.size() - 1).type())
                    .isEqualTo(RecordType.of(found.destination().family()));
              }
            });
  }

  @Test
  void saysByWhichRecordsADestinationWasFound() {
    FakeDns dns =
        new FakeDns()
            .zone("example.com NAPTR 10 1 s SIPS+D2T _sips._tcp.example.net")
            .zone("example.com NAPTR 20 1 s SIP+D2U _sip._udp.example.net")
            .zone("_sips._tcp.example.net SRV 1 1 5061 a.example.com")
            .zone("_sip._udp.example.net SRV 1 1 5060 a.example.com")
            .zone("_sip._udp.example.net SRV 2 1 5070 b.example.com")
            .zone("a.example.com A 192.0.2.1")
            .zone("b.example.com CNAME c.example.com")
            .zone("c.example.com A 192.0.2.1");

    assertThat(
            resolve(dns, target("sip:example.com", "udp4 tls4"))
                .fold(TrailTest::trails, unlocated -> Stream.<Found>empty())
                .map(found -> found.destination() + " by " + found.trail()))
        .containsExactly(
            "tls:192.0.2.1:5061 by NAPTR example.com, SRV _sips._tcp.example.net, A a.example.com",
            "udp:192.0.2.1:5060 by NAPTR example.com, SRV _sip._udp.example.net, A a.example.com",
            "udp:192.0.2.1:5070 by NAPTR example.com, SRV _sip._udp.example.net,"
                + " A b.example.com, A c.example.com");
  }

  private record Found(Destination destination, Trail trail) {}

  private static Stream<Found> trails(Resolution.Located located) {
    return located.destinations().stream()
        .map(destination -> new Found(destination, Trail.of(located, destination)));
  }

  private static Resolution resolve(DnsLookup dns, Target target) {
    return new Resolver(dns, new Random(1), LocatingLimits.DEFAULT)
        .resolve(target)
        .toCompletableFuture()
        .join();
  }

  private static Target target(String uri, String capabilities) {
    return Target.of(TargetUri.parse(uri).orElseThrow(), LocatingCase.capabilities(capabilities));
  }
}
