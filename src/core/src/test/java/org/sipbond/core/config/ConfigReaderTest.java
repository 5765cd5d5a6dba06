package org.sipbond.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sipbond.core.config.Documents.VALID;
import static org.sipbond.core.config.Documents.config;
import static org.sipbond.core.config.Documents.problems;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.attempt.FailureTimes;
import org.sipbond.core.b2bua.Keepalive;
import org.sipbond.core.b2bua.SessionTimes;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.FamilyOrder;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.AddressPolicy;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.rule.Rule;

class ConfigReaderTest {

  @Test
  void reportsEveryProblemAtOnceByFileAndLine() {
    assertThat(
            problems(
                VALID.with(
                    "listeners.int-udp = udp:192.0.2.3:0 && bonds.intern.1 = int-upd"
                        + " && rules.1.to = external && rules.2.role = proxy && http.port = x")))
        .extracting(Problem::toString)
        .containsExactly(
            "sipbond.conf:19: listeners.int-udp: found \"udp:192.0.2.3:0\"; allowed: a port from 1"
                + " to 65535",
            "sipbond.conf:20: bonds.intern.1: found \"int-upd\"; allowed: a listener: int-udp,"
                + " ext-udp, ext-tls6",
            "sipbond.conf:21: rules.1.to: found \"external\"; allowed: a bond: extern, intern",
            "sipbond.conf:22: rules.2.role: found \"proxy\"; allowed: b2bua or reject, the roles of"
                + " this release",
            "sipbond.conf:23: http.port: found \"x\"; allowed: a port from 1 to 65535");
  }

  @Test
  void blamesNobodyForTheProblemOfAnother() {
    assertThat(problems(VALID.with("listeners.int-udp = udp:192.0.2.3:0"))).hasSize(1);
    assertThat(problems(VALID.with("next-hops.pbx = 192.0.2.9"))).hasSize(1);
    assertThat(problems(VALID.with("bonds.intern.1 = nobody"))).hasSize(1);
  }

  @Test
  void namesALoopOfFallbacksOnce() {
    assertThat(
            problems(
                VALID.with(
                    "bonds.extern.on-no-match = fallback: c"
                        + " && bonds.c.members.1 = int-udp && bonds.c.on-no-match.fallback = d"
                        + " && bonds.d.members.1 = int-udp && bonds.d.on-no-match = fallback:c")))
        .extracting(Documents::withoutOrigin)
        .containsExactly(
            "bonds.c.on-no-match: found the loop c to d to c; allowed: a fallback that ends");
  }

  @Nested
  class AValidDocument {

    @Test
    void isReadInDeclaredOrder() {
      AppConfig config = config(VALID);
      assertThat(config.listeners())
          .extracting(Listener::toString)
          .containsExactly(
              "int-udp udp:192.0.2.3:5060",
              "ext-udp udp:192.0.2.4:5060 advertised as 198.51.100.7:5080",
              "ext-tls6 tls:[2001:db8::1]:5061");
      assertThat(members(config, "extern"))
          .containsExactly("ext-udp priority 0 weight 1", "ext-tls6 priority 1 weight 3");
      assertThat(config.nextHops().toString())
          .isEqualTo("{pbx=sip:192.0.2.9, carrier1=sip:carrier1.example.com}");
      assertThat(config.rules().rules())
          .extracting(Object::toString)
          .containsExactly(
              "rule 1 from intern to extern by carrier1 (sip:carrier1.example.com) when user 00*",
              "rule 2 from extern to intern by pbx (sip:192.0.2.9)");
      assertThat(config.rules().bonds()).isEqualTo(config.bonds());
    }

    @Test
    void hasDefaults() {
      AppConfig config = config(VALID);
      assertThat(config.listenerSource()).isEqualTo(ListenerSource.CONFIGURATION);
      assertThat(config.guard()).isEqualTo(GuardMode.WARN);
      assertThat(config.http()).hasToString("127.0.0.1:8080");
      assertThat(config.stop().drainTimeout()).isEqualTo(Duration.ofSeconds(30));
      assertThat(config.dns()).isEqualTo(LookupSettings.DEFAULT);
      assertThat(config.attempts()).isEqualTo(AttemptSettings.DEFAULT);
      assertThat(config.calls()).isEqualTo(CallSettings.DEFAULT);
      assertThat(config.database()).isEqualTo(new DatabaseSettings.Embedded());
      assertThat(config.bonds().bonds())
          .extracting(Bond::families, Bond::autoRoute, Bond::trusted)
          .containsOnly(tuple(FamilyOrder.MEMBERS, false, false));
      assertThat(config.rules().rules())
          .extracting(ConfigReaderTest::addresses)
          .containsOnly(Optional.of(AddressPolicy.ANY));
    }

    @Test
    void setsEveryKey() {
      AppConfig config =
          config(
              VALID.with(
                  "guard = block && listeners-from = container && http.address = :: && http.port ="
                      + " 8443 && stop.drain-timeout = 2m && calls.ring-timeout = 90s &&"
                      + " calls.max-time = 12h && calls.session-expires = 10m && calls.min-se = 2m"
                      + " && calls.keepalive = reinvite && calls.keepalive-interval = 75s &&"
                      + " bonds.extern.on-no-match.fallback = intern && bonds.extern.trusted = true"
                      + " && rules.1.source = 192.0.2.0/24 && rules.1.method.1 = INVITE &&"
                      + " rules.1.method.2 = MESSAGE && rules.1.from-address = *@example.com &&"
                      + " rules.1.to-address.1 = 9??@* && rules.1.strip = 2 && rules.1.prefix = +"
                      + " && rules.1.next-hop = request-uri && rules.3.from = intern &&"
                      + " rules.3.role = reject && rules.3.status = 603 && rules.4.from = intern &&"
                      + " rules.4.role = reject"));
      assertThat(config.listenerSource()).isEqualTo(ListenerSource.CONTAINER);
      assertThat(config.guard()).isEqualTo(GuardMode.BLOCK);
      assertThat(config.http()).hasToString("[::]:8443");
      assertThat(config.stop().drainTimeout()).isEqualTo(Duration.ofMinutes(2));
      assertThat(config.calls())
          .isEqualTo(
              new CallSettings(
                  Duration.ofSeconds(90),
                  Duration.ofHours(12),
                  new SessionTimes(Duration.ofMinutes(10), Duration.ofMinutes(2)),
                  new Keepalive(Duration.ofSeconds(75), Keepalive.Method.REINVITE)));
      assertThat(config.bonds().named("extern"))
          .get()
          .extracting(bond -> bond.onNoMatch().toString())
          .isEqualTo("fallback: intern");
      assertThat(config.bonds().bonds()).extracting(Bond::trusted).containsExactly(false, true);
      assertThat(config.rules().rules())
          .extracting(Object::toString)
          .containsExactly(
              "rule 1 from intern to extern by request-uri when source 192.0.2.0/24, method INVITE"
                  + " or MESSAGE, user 00*, from-address *@example.com, to-address 9??@*",
              "rule 2 from extern to intern by pbx (sip:192.0.2.9)",
              "rule 3 from intern reject with 603",
              "rule 4 from intern reject with 403");
    }

    @Test
    void namesADatabaseByUrlAndNeverShowsItsPassword() {
      DatabaseSettings database =
          config(
                  VALID.with(
                      "database.url = jdbc:postgresql://192.0.2.5/sipbond"
                          + " && database.user = sipbond && database.password = secret"))
              .database();
      assertThat(database)
          .isEqualTo(
              new DatabaseSettings.ByUrl(
                  "jdbc:postgresql://192.0.2.5/sipbond", "sipbond", new Secret("secret")));
      assertThat(database.toString()).doesNotContain("secret").contains("password=***");
    }

    @Test
    void namesADatabaseOfTheContainer() {
      assertThat(config(VALID.with("database.data-source = java:comp/env/jdbc/sipbond")).database())
          .isEqualTo(new DatabaseSettings.ByName("java:comp/env/jdbc/sipbond"));
    }

    @Test
    void setsEveryKeyOfLocating() {
      AppConfig config =
          config(
              VALID.with(
                  "bonds.extern.families = ipv6-first && bonds.extern.auto-route = true"
                      + " && rules.1.addresses = public && rules.2.addresses = any"
                      + " && dns.servers.1 = 192.0.2.53 && dns.servers.2 = [2001:db8::53]:5353"
                      + " && dns.servers.3 = 2001:db8::54 && dns.servers.4 = [2001:db8::55]"
                      + " && dns.search.1 = example.com && dns.search.2 = a.example.com"
                      + " && dns.timeout = 750ms && dns.rounds = 3"
                      + " && dns.cache.entries = 5 && dns.cache.longest = 1h"
                      + " && dns.cache.longest-negative = 1m && dns.cache.stale = 2d"
                      + " && dns.cache.patience = 100ms && dns.cache.recheck = 3s"
                      + " && attempts.failed-last = 0s && attempts.patience = 2s"
                      + " && attempts.probe = 10s && attempts.answer-timeout = 1500ms"));
      assertThat(config.bonds().bonds())
          .extracting(Bond::families, Bond::autoRoute)
          .containsExactly(tuple(FamilyOrder.MEMBERS, false), tuple(FamilyOrder.IPV6_FIRST, true));
      assertThat(config.rules().rules())
          .extracting(Object::toString)
          .containsExactly(
              "rule 1 from intern to extern by carrier1 (sip:carrier1.example.com)"
                  + " at public addresses when user 00*",
              "rule 2 from extern to intern by pbx (sip:192.0.2.9)");
      assertThat(config.dns())
          .isEqualTo(
              new LookupSettings(
                  List.of(
                      server("192.0.2.53", 53),
                      server("2001:db8::53", 5353),
                      server("2001:db8::54", 53),
                      server("2001:db8::55", 53)),
                  SearchDomains.of(List.of("example.com", "a.example.com")),
                  Duration.ofMillis(750),
                  3,
                  new LookupCacheSettings(
                      5,
                      Duration.ofHours(1),
                      Duration.ofMinutes(1),
                      Duration.ofDays(2),
                      Duration.ofMillis(100),
                      Duration.ofSeconds(3))));
      assertThat(config.attempts())
          .isEqualTo(
              new AttemptSettings(
                  new FailureTimes(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(10)),
                  Duration.ofMillis(1500)));
    }

    @Test
    void takesOneServerWithoutAListAndNoSearchAtAll() {
      LookupSettings dns = config(VALID.with("dns.servers = 192.0.2.53 && dns.search = []")).dns();
      assertThat(dns.servers()).containsExactly(server("192.0.2.53", 53));
      assertThat(dns.search()).isEqualTo(SearchDomains.of(List.of()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"0s, PT0S", "500ms, PT0.5S", "30s, PT30S", "2 m, PT2M", "24h, PT24H", "1d, PT24H"})
    void writesDurationsWithTheirUnit(String text, Duration duration) {
      assertThat(config(VALID.with("stop.drain-timeout = " + text)).stop().drainTimeout())
          .isEqualTo(duration);
    }

    @ParameterizedTest(name = "advertise {0} is {1}")
    @CsvSource({
      "198.51.100.7,       198.51.100.7:5060",
      "198.51.100.7:5080,  198.51.100.7:5080",
      "sbc.example.com,    sbc.example.com:5060",
      "sbc.example.com:80, sbc.example.com:80",
    })
    void advertisesThePortOfTheListenerUnlessItNamesOne(String text, String advertised) {
      assertThat(config(VALID.with("listeners.ext-udp.advertise = " + text)).listeners().get(1))
          .extracting(listener -> listener.advertised().toString())
          .isEqualTo(advertised);
    }
  }

  @Nested
  class Tls {

    @Test
    void isThatOfAllListenersButForTheKeysOfTheListener() {
      AppConfig config =
          config(
              VALID.with(
                  "tls.trust = ca.pem && tls.client-auth = optional && connect-timeout = 500ms"
                      + " && listeners.a.bind = tls:192.0.2.7:5061"
                      + " && listeners.a.tls.client-auth = required"
                      + " && listeners.b.bind = tls:192.0.2.8:5061"
                      + " && listeners.b.tls.certificate = b.pem && listeners.b.tls.key = b.key"
                      + " && listeners.b.tls.trust.1 = c.pem && listeners.b.tls.trust.2 = d.pem"));
      assertThat(config.connections().timeout()).isEqualTo(Duration.ofMillis(500));
      assertThat(tls(config, "ext-tls6")).isEqualTo("sbc.pem sbc.key trusts ca.pem, optional");
      assertThat(tls(config, "a")).isEqualTo("sbc.pem sbc.key trusts ca.pem, required");
      assertThat(tls(config, "b")).isEqualTo("b.pem b.key trusts c.pem d.pem, optional");
      assertThat(tls(config, "int-udp")).isEqualTo("trusts, none");
    }

    @Test
    void hasDefaults() {
      AppConfig config = config(VALID);
      assertThat(config.connections().timeout()).isEqualTo(Duration.ofSeconds(2));
      assertThat(tls(config, "ext-tls6")).isEqualTo("sbc.pem sbc.key trusts, none");
    }

    @Test
    void needsNoCertificateWhereTheContainerHasTheListeners() {
      assertThat(problems(VALID.with("-tls && listeners-from = container"))).isEmpty();
    }

    @Test
    void namesFilesInTheFolderOfTheDocument() {
      PemFile key = new PemFile("tls.key", "sbc.key", new Origin("sipbond.conf", 3));
      assertThat(key.in(Path.of("conf"))).isEqualTo(Path.of("conf/sbc.key"));
      assertThat(key.problem("no key", "a key"))
          .hasToString("sipbond.conf:3: tls.key: found \"sbc.key\", no key; allowed: a key");
    }

    private static String tls(AppConfig config, String name) {
      TlsSettings tls =
          config.listeners().stream()
              .filter(listener -> listener.name().equals(name))
              .map(config.connections()::of)
              .findFirst()
              .orElseThrow();
      StringBuilder text = new StringBuilder();
      tls.identity()
          .forEach(one -> text.append(one.certificate().text() + " " + one.key().text() + " "));
      text.append("trusts");
      tls.trust().forEach(file -> text.append(" " + file.text()));
      return text + ", " + tls.clientAuth();
    }
  }

  @Nested
  class AnInterfaceName {

    @Test
    void standsForEveryAddressButTheLinkLocalOfIpv6() {
      AppConfig config =
          config(
              VALID.with(
                  "listeners.lan = udp:eth0:5062 && bonds.lan.members.1.listener = lan"
                      + " && bonds.lan.members.1.priority = 7"));
      assertThat(config.listeners())
          .extracting(Listener::toString)
          .endsWith(
              "lan/192.0.2.20 udp:192.0.2.20:5062", "lan/2001:db8::20 udp:[2001:db8::20]:5062");
      assertThat(members(config, "lan"))
          .containsExactly(
              "lan/192.0.2.20 priority 7 weight 1", "lan/2001:db8::20 priority 7 weight 1");
    }

    @Test
    void mayNotMeetAnAddressThatHasAListener() {
      assertThat(
              problems(
                  VALID.with("listeners.a = tcp:192.0.2.20:5062 && listeners.b = tls:eth0:5062")))
          .extracting(Problem::found)
          .containsExactly("\"tls:eth0:5062\", a port that listener a has");
    }

    @Test
    void takesAnAdvertisedAddressWhenItHasOneAddress() {
      assertThat(
              config(
                      VALID.with(
                          "listeners.x.bind = udp:one0:5060"
                              + " && listeners.x.advertise = 198.51.100.9"))
                  .listeners())
          .extracting(Listener::toString)
          .contains("x/192.0.2.30 udp:192.0.2.30:5060 advertised as 198.51.100.9:5060");
    }
  }

  private static Optional<AddressPolicy> addresses(Rule rule) {
    return rule.action()
        .fold(bridge -> Optional.of(bridge.addresses()), reject -> Optional.empty());
  }

  private static InetSocketAddress server(String address, int port) {
    return new InetSocketAddress(IpLiteral.parse(address).orElseThrow(), port);
  }

  private static List<String> members(AppConfig config, String bond) {
    return config.bonds().named(bond).map(Bond::members).orElse(List.of()).stream()
        .map(
            member ->
                member.listener().name()
                    + " priority "
                    + member.priority()
                    + " weight "
                    + member.weight())
        .toList();
  }
}
