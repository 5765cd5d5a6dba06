package org.sipbond.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.TargetUri;

class ResolverTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.sipbond.core.resolve.LocatingCase#all")
  void locates(LocatingCase example) {
    FakeDns dns = example.dns();

    Resolution resolution = resolve(dns, example.target());

    assertThat(outcome(resolution)).isEqualTo(example.outcome());
    assertThat(resolution.findings().dropped().stream().map(Dropped::toString))
        .containsAll(example.drops());
    assertThat(resolution.findings().answers().stream().map(answer -> answer.question().toString()))
        .containsExactlyInAnyOrderElementsOf(example.asks());
    dns.assertRequests(example.asks());
  }

  @Test
  void hasSixtyCases() {
    assertThat(LocatingCase.all()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
  }

  @Test
  void keepsTheDomainThatWasAskedFor() {
    FakeDns dns =
        new FakeDns()
            .zone("example.com NAPTR 1 1 s SIPS+D2T _sips._tcp.example.net")
            .zone("_sips._tcp.example.net SRV 1 1 5061 a.example.org")
            .zone("a.example.org A 192.0.2.1");

    Resolution resolution = resolve(dns, target("sips:Example.com", "tls4"));

    assertThat(destinations(resolution))
        .extracting(Destination::domain)
        .containsOnly("Example.com");
  }

  @Test
  void tellsTheFamilyThatWasLacking() {
    Resolution resolution =
        resolve(
            new FakeDns().zone("example.com AAAA 2001:db8::1"),
            target("sip:example.com:5060", "udp4"));

    assertThat(resolution.<String>fold(located -> "", unlocated -> unlocated.failure().toString()))
        .isEqualTo("domain has no SIP service and no address: A example.com");
  }

  @Test
  void refusesFiveHundredServers() {
    FakeDns dns = new FakeDns();
    for (int i = 0; i < 500; i++) {
      dns.zone("_sip._udp.example.com SRV 1 1 5060 a" + i + ".example.com");
    }

    Resolution resolution = resolve(dns, target("sip:example.com;transport=udp", "udp4"));

    assertThat(outcome(resolution))
        .isEqualTo("too-many-records 502: DNS answered with too many records");
    dns.assertRequests(List.of("SRV _sip._udp.example.com"));
  }

  @Test
  void asksNoMoreThanItsLimit() {
    FakeDns dns = new FakeDns();
    for (int i = 10; i < 90; i++) {
      dns.zone("_sip._udp.example.com SRV " + i + " 1 5060 a" + i + ".example.com")
          .zone("a" + i + ".example.com A 192.0.2." + i);
    }

    Resolution resolution = resolve(dns, target("sip:example.com;transport=udp", "udp4"));

    assertThat(resolution.findings().answers()).hasSize(64);
    assertThat(destinations(resolution)).hasSize(32).first().hasToString("udp:192.0.2.10:5060");
    assertThat(resolution.findings().dropped())
        .contains(
            new Dropped("A a89.example.com", "not asked after 64 questions"),
            new Dropped("udp:192.0.2.72:5060", "after the first 32"));
  }

  @Test
  void keepsTheOrderOfEqualServersWhileItAsksOn() {
    FakeDns dns = new FakeDns();
    for (int i = 1; i < 9; i++) {
      dns.zone("_sip._udp.example.com SRV 1 1 5060 a" + i + ".example.com")
          .zone("a" + i + ".example.com CNAME b" + i + ".example.com")
          .zone("b" + i + ".example.com A 192.0.2." + i);
    }
    Target target = target("sip:example.com;transport=udp", "udp4");
    Resolver resolver = new Resolver(dns, new Random(1), LocatingLimits.DEFAULT);

    List<List<Destination>> orders = new ArrayList<>();
    for (int call = 0; call < 20; call++) {
      orders.add(destinations(resolver.resolve(target).toCompletableFuture().join()));
    }

    assertThat(orders).allSatisfy(order -> assertThat(order).hasSize(8));
    assertThat(orders.stream().distinct()).hasSizeGreaterThan(10);
  }

  @Test
  void waitsForNobody() {
    Map<Question, CompletableFuture<DnsAnswer>> open = new LinkedHashMap<>();
    DnsLookup slow = question -> open.computeIfAbsent(question, asked -> new CompletableFuture<>());
    CompletableFuture<Resolution> resolution =
        new Resolver(slow, new Random(1), LocatingLimits.DEFAULT)
            .resolve(target("sip:example.com:5060", "udp4 udp6"))
            .toCompletableFuture();
    FakeDns zone = new FakeDns().zone("example.com A 192.0.2.1");

    assertThat(resolution).isNotDone();
    assertThat(open.keySet())
        .extracting(Question::type)
        .containsExactly(RecordType.A, RecordType.AAAA);
    open.forEach((question, answer) -> zone.ask(question).thenAccept(answer::complete));
    assertThat(outcome(resolution.join())).isEqualTo("udp:192.0.2.1:5060");
  }

  @Test
  void holdsAsLongAsItsShortestAnswer() {
    Question question = new Question("example.com", RecordType.A);
    DnsAnswer answer =
        new DnsAnswer(
            question,
            DnsAnswer.Status.NOERROR,
            List.of(),
            Duration.ofSeconds(30),
            "192.0.2.53:53",
            DnsAnswer.Freshness.CACHED);

    assertThat(
            new Findings(
                    List.of(answer, answer.as(DnsAnswer.Freshness.STALE, Duration.ofSeconds(7))),
                    List.of())
                .ttl())
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(answer).hasToString("A example.com: no data (ttl 30 s, 192.0.2.53:53, cached)");
    assertThat(DnsAnswer.failed(question, DnsAnswer.Status.TIMEOUT, ""))
        .hasToString("A example.com: timeout (ttl 0 s, asked)");
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

  private static List<Destination> destinations(Resolution resolution) {
    return resolution.fold(Resolution.Located::destinations, unlocated -> List.of());
  }

  private static String outcome(Resolution resolution) {
    return resolution.fold(
        located ->
            located.destinations().stream()
                .map(Destination::toString)
                .collect(Collectors.joining(", ")),
        unlocated -> {
          LookupFailure failure = unlocated.failure();
          return failure.cause().label() + " " + failure.status() + ": " + failure.reason();
        });
  }
}
