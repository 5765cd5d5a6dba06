package org.sipbond.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.Capabilities;
import org.sipbond.core.resolve.LocatingLimits;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.resolve.Target;
import org.sipbond.testkit.loopback.LoopbackAddresses;
import org.sipbond.testkit.loopback.PortAllocator;
import org.sipbond.testkit.nsd.Nsd;
import org.sipbond.testkit.program.RequiresProgram;

@RequiresProgram("nsd")
class AuthoritativeServerTest {
  private static final String ZONE =
      """
      $ORIGIN example.com.
      $TTL 300
      @ SOA ns admin 1 7200 900 1209600 60
      @ NS ns
      ns A 192.0.2.53
      @ NAPTR 10 1 "s" "SIP+D2S" "" _sip._sctp
      @ NAPTR 20 1 "s" "SIPS+D2T" "" _sips._tcp
      @ NAPTR 30 1 "s" "SIP+D2U" "" _sip._udp
      _sips._tcp SRV 1 1 5061 a
      _sip._udp SRV 20 1 5070 b
      _sip._udp SRV 10 1 5060 a
      a A 192.0.2.1
      a AAAA 2001:db8::1
      b CNAME c
      c A 192.0.2.3
      outside CNAME host.example.net.
      none._sip._udp SRV 0 0 0 .
      _sip._udp.none SRV 0 0 0 .
      loop1 CNAME loop2
      loop2 CNAME loop1
      """;

  private static Nsd nsd;
  private static DnsClient client;

  @BeforeAll
  static void start(@TempDir Path directory) {
    InetSocketAddress address =
        new PortAllocator().free(new LoopbackAddresses(RandomGenerator.getDefault()).next());
    String large =
        IntStream.range(0, 500)
            .mapToObj(i -> "_sip._udp.many SRV 1 1 5060 host" + i)
            .collect(Collectors.joining("\n", "", "\n"));
    nsd = Nsd.start(directory, address, "example.com", ZONE + large);
    client =
        DnsClient.open(
            DnsSettings.of(address).trying(Duration.ofSeconds(2), 2),
            Clock.systemUTC(),
            ForkJoinPool.commonPool(),
            DnsObserver.NONE);
  }

  @AfterAll
  static void stop() {
    client.close();
    nsd.close();
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sip:example.com | udp4 | udp:192.0.2.1:5060, udp:192.0.2.3:5070",
        "sip:example.com | udp4 tls6 |"
            + " tls:[2001:db8::1]:5061, udp:192.0.2.1:5060, udp:192.0.2.3:5070",
        "sips:example.com | udp4 tls4 tls6 | tls:192.0.2.1:5061, tls:[2001:db8::1]:5061",
        "sip:example.com | tcp4 | nothing-to-send",
        "sip:a.example.com | udp6 | udp:[2001:db8::1]:5060",
        "sip:b.example.com:5080;transport=tcp | tcp4 | tcp:192.0.2.3:5080",
        "sip:b.example.com:5080 | udp6 | no-data",
        "sip:none.example.com;transport=udp | udp4 | service-denied",
        "sip:gone.example.com | udp4 | nxdomain",
        "sip:outside.example.com:5060 | udp4 | refused",
        "sip:loop1.example.com:5060 | udp4 | cname-loop",
        "sip:many.example.com;transport=udp | udp4 | too-many-records",
        "sip:example.org | udp4 | refused",
      })
  void locates(String uri, String bond, String outcome) {
    assertThat(outcome(resolve(uri, bond))).isEqualTo(outcome);
  }

  @Test
  void readsHowLongThingsHold() {
    client.flush();
    assertThat(resolve("sip:gone.example.com", "udp4").findings().ttl())
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(resolve("sip:a.example.com:5060", "udp4").findings().ttl())
        .isEqualTo(Duration.ofMinutes(5));
  }

  private static Resolution resolve(String uri, String bond) {
    Capabilities capabilities =
        Capabilities.of(
            Arrays.stream(bond.split(" ")).map(AuthoritativeServerTest::capability).toList());
    return new Resolver(client, new Random(1), LocatingLimits.DEFAULT)
        .resolve(Target.of(TargetUri.parse(uri).orElseThrow(), capabilities))
        .toCompletableFuture()
        .join();
  }

  private static Capability capability(String word) {
    return new Capability(
        Transport.named(word.substring(0, 3)).orElseThrow(),
        word.endsWith("6") ? AddressFamily.IPV6 : AddressFamily.IPV4);
  }

  private static String outcome(Resolution resolution) {
    return resolution.fold(
        located ->
            located.destinations().stream()
                .map(Destination::toString)
                .collect(Collectors.joining(", ")),
        unlocated -> unlocated.failure().cause().label());
  }
}
