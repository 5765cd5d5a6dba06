package org.sipbond.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.IpLiteral;

class ConfigReaderTest {
  private static final FlatDocument VALID =
      FlatDocument.of(
          """
          listeners.int-udp = udp:192.0.2.3:5060
          listeners.ext-udp.bind = udp:192.0.2.4:5060
          listeners.ext-udp.advertise = 198.51.100.7:5080
          listeners.ext-tls6 = tls:[2001:DB8:0::1]:5061
          bonds.intern.1 = int-udp
          bonds.extern.members.1 = ext-udp
          bonds.extern.members.2.listener = ext-tls6
          bonds.extern.members.2.priority = 1
          bonds.extern.members.2.weight = 3
          bonds.extern.on-no-match = reject
          next-hops.pbx = sip:192.0.2.9
          next-hops.carrier1 = sip:carrier1.example.com
          rules.1.from = intern
          rules.1.to = extern
          rules.1.user = 00*
          rules.1.next-hop = carrier1
          rules.2.from = extern
          rules.2.to = intern
          rules.2.next-hop = pbx
          """);

  private static final String SOCKET =
      "transport:address:port, such as udp:192.0.2.1:5060, tls:[2001:db8::1]:5061 or udp:eth0:5060";

  /** Every key of the document with what it refuses: pattern of the key, change, problem. */
  private static final String BAD_VALUES =
      """
      listeners-from | listeners-from = connectors | found "connectors"; allowed: configuration or container
      listeners      | listeners = a               | found "a"; allowed: a block of names with sockets
      listeners      | listeners = {} && bonds = {} | found an empty block; allowed: at least one, such as int-udp = "udp:192.0.2.1:5060" AND bonds: found an empty block; allowed: at least one, such as intern = [int-udp]
      listeners      | -listeners && bonds.intern = 1 && -bonds.extern && rules = [] | found nothing; allowed: a block of names with sockets AND bonds.intern: found "1"; allowed: a list of listeners, or { members = such a list, on-no-match = reject }
      listeners.*    | listeners.a b = udp:192.0.2.7:5060    | found the name "a b"; allowed: a name of letters, digits, hyphen and underscore, such as ext-udp
      listeners.*    | listeners.x.1 = udp:192.0.2.7:5060    | found a list; allowed: SOCKET; or { bind = such a socket, advertise = host or host:port }
      listeners.*    | listeners.x = sctp:192.0.2.7:5060     | found "sctp:192.0.2.7:5060"; allowed: udp, tcp, tls, ws, wss
      listeners.*    | listeners.x = udp:192.0.2.7:0         | found "udp:192.0.2.7:0"; allowed: a port from 1 to 65535
      listeners.*    | listeners.x = udp:192.0.2.7:65536     | found "udp:192.0.2.7:65536"; allowed: a port from 1 to 65535
      listeners.*    | listeners.x = udp:192.0.2.7           | found "udp:192.0.2.7"; allowed: SOCKET
      listeners.*    | listeners.x = udp:2001:db8::1:5060    | found "udp:2001:db8::1:5060"; allowed: SOCKET
      listeners.*    | listeners.x = udp:192.0.2.300:5060    | found "udp:192.0.2.300:5060"; allowed: an IP address, IPv6 in brackets, or the name of an interface that this machine has
      listeners.*    | listeners.x = udp:[192.0.2.7]:5060    | found "udp:[192.0.2.7]:5060"; allowed: an IP address, IPv6 in brackets, or the name of an interface that this machine has
      listeners.*    | listeners.x = udp:eth7:5060           | found "udp:eth7:5060"; allowed: an IP address, IPv6 in brackets, or the name of an interface that this machine has
      listeners.*    | listeners.x = udp:bare0:5060          | found "udp:bare0:5060", an interface without an address; allowed: an IP address, IPv6 in brackets, or the name of an interface that this machine has
      listeners.*    | listeners.x = udp::5060               | found "udp::5060"; allowed: an IP address, IPv6 in brackets, or the name of an interface that this machine has
      listeners.*    | listeners.x = udp:0.0.0.0:5060        | found "udp:0.0.0.0:5060"; allowed: one address or interface for each listener, because peers answer to the address that the Via header names
      listeners.*    | listeners.x = udp:[::]:5060           | found "udp:[::]:5060"; allowed: one address or interface for each listener, because peers answer to the address that the Via header names
      listeners.*    | listeners.x = udp:224.0.1.75:5060     | found "udp:224.0.1.75:5060"; allowed: one address or interface for each listener, because peers answer to the address that the Via header names
      listeners.*    | listeners.x = udp:192.0.2.3:5060      | found "udp:192.0.2.3:5060", a port that listener int-udp has; allowed: each address and port once for udp, and once for all of tcp, tls, ws and wss
      listeners.*    | listeners.x = tcp:[2001:db8:0:0::1]:5061 | found "tcp:[2001:db8:0:0::1]:5061", a port that listener ext-tls6 has; allowed: each address and port once for udp, and once for all of tcp, tls, ws and wss
      listeners.*.bind      | listeners.x.advertise = sbc.example.com      | found nothing; allowed: SOCKET
      listeners.*.bind      | listeners.x.bind.1 = a                       | found a list; allowed: SOCKET
      listeners.*.bind      | listeners.x.bind = udp:192.0.2.7:x           | found "udp:192.0.2.7:x"; allowed: a port from 1 to 65535
      listeners.*.advertise | listeners.ext-udp.advertise = a_b            | found "a_b"; allowed: ADVERTISE
      listeners.*.advertise | listeners.ext-udp.advertise = 2001:db8::1    | found "2001:db8::1"; allowed: ADVERTISE
      listeners.*.advertise | listeners.ext-udp.advertise = 198.51.100.7:0 | found "198.51.100.7:0"; allowed: ADVERTISE
      listeners.*.advertise | listeners.ext-udp.advertise = [2001:db8::7]  | found "[2001:db8::7]:5060"; allowed: one address of family ipv4, or a name
      listeners.*.advertise | listeners.ext-udp.advertise = 0.0.0.0        | found "0.0.0.0:5060"; allowed: one address of family ipv4, or a name
      listeners.*.advertise | listeners.ext-udp.bind = udp:eth0:5060       | found "198.51.100.7:5080" for the 2 addresses of eth0; allowed: a bind with one address
      bonds        | -bonds                 | found nothing; allowed: a block of names with members
      bonds        | -bonds && bonds.1 = a | found a list; allowed: a block of names with members
      bonds.*      | bonds.x = int-udp      | found "int-udp"; allowed: a list of listeners, or { members = such a list, on-no-match = reject }
      bonds.*      | bonds.x = []           | found an empty list; allowed: at least one member
      bonds.*      | bonds.a/b.1 = int-udp  | found the name "a/b"; allowed: a name of letters, digits, hyphen and underscore, such as ext-udp
      bonds.*.members     | bonds.x.on-no-match = reject  | found nothing; allowed: a list of listeners
      bonds.*.members     | bonds.x.members = int-udp     | found "int-udp"; allowed: a list of listeners
      bonds.*.members     | bonds.x.members = []          | found an empty list; allowed: at least one member
      bonds.*.members.*   | bonds.x.members.1 = int-upd   | found "int-upd"; allowed: a listener: int-udp, ext-udp, ext-tls6
      bonds.*.members.*   | bonds.x.members.1 = intern    | found "intern", which is a bond; allowed: a listener: int-udp, ext-udp, ext-tls6
      bonds.*.members.*   | bonds.x.members.1 = udp:192.0.2.3:5060 | found "udp:192.0.2.3:5060"; allowed: a listener: ext-tls6, int-udp, ext-udp
      bonds.*.members.*   | bonds.x.members.1 = int-udp && bonds.x.members.2 = int-udp | found "int-udp" again; allowed: each listener once in a bond
      bonds.*.members.*   | bonds.x.members.1 = []        | found a list; allowed: the name of a listener, or { listener = such a name, priority = 0, weight = 1 }
      bonds.*.members.*.listener | bonds.x.members.1.weight = 2          | found nothing; allowed: the name of a listener
      bonds.*.members.*.listener | bonds.x.members.1.listener = nobody   | found "nobody"; allowed: a listener: int-udp, ext-udp, ext-tls6
      bonds.*.members.*.priority | bonds.extern.members.2.priority = -1  | found "-1"; allowed: 0 to 65535
      bonds.*.members.*.priority | bonds.extern.members.2.priority = 1.5 | found "1.5"; allowed: 0 to 65535
      bonds.*.members.*.weight   | bonds.extern.members.2.weight = 0     | found "0"; allowed: 1 to 65535
      bonds.*.members.*.weight   | bonds.extern.members.2.weight = 65536 | found "65536"; allowed: 1 to 65535
      bonds.*.on-no-match | bonds.extern.on-no-match = drop               | found "drop"; allowed: reject, "fallback: other-bond" or { fallback = other-bond }
      bonds.*.on-no-match | bonds.extern.on-no-match = []                 | found a list; allowed: reject, "fallback: other-bond" or { fallback = other-bond }
      bonds.*.on-no-match | bonds.extern.on-no-match = fallback: interm   | found "interm", which is no bond; allowed: a bond: intern, extern
      bonds.*.on-no-match | bonds.extern.on-no-match = fallback: extern   | found the loop extern to extern; allowed: a fallback that ends
      bonds.*.on-no-match | bonds.extern.on-no-match = {}                 | found nothing; allowed: the name of a bond
      bonds.*.on-no-match.fallback | bonds.extern.on-no-match.fallback = nowhere | found "nowhere", which is no bond; allowed: a bond: NOWHERE
      bonds.*.on-no-match.fallback | bonds.extern.on-no-match.fallback = [] | found a list; allowed: the name of a bond
      next-hops    | -next-hops && next-hops.1 = sip:192.0.2.9 && rules = []    | found a list; allowed: a block of names with URIs
      next-hops.*  | next-hops.x = 192.0.2.9                      | found "192.0.2.9"; allowed: a SIP or SIPS URI, such as sip:192.0.2.9:5062;transport=tcp
      next-hops.*  | next-hops.x = sip:192.0.2.300                | found "sip:192.0.2.300"; allowed: a SIP or SIPS URI, such as sip:192.0.2.9:5062;transport=tcp
      next-hops.*  | next-hops.x = sip:192.0.2.9;transport=sctp   | found "sip:192.0.2.9;transport=sctp"; allowed: a transport of udp, tcp, tls, ws, wss
      next-hops.*  | next-hops.x = sips:a.example.com;transport=udp | found "sips:a.example.com;transport=udp"; allowed: a transport of tcp, tls, ws, wss
      next-hops.*  | next-hops.x = sip:0.0.0.0                    | found "sip:0.0.0.0"; allowed: the address of one host
      next-hops.*  | next-hops.a b = sip:192.0.2.9                | found the name "a b"; allowed: a name of letters, digits, hyphen and underscore, such as ext-udp
      next-hops.*  | next-hops.request-uri = sip:192.0.2.9        | found the name "request-uri"; allowed: another name; this one is the Request-URI itself
      rules        | -rules                     | found nothing; allowed: a list of rules; [] to refuse every request
      rules        | rules = all                | found "all"; allowed: a list of rules
      rules.*      | rules.3 = deny             | found "deny"; allowed: a rule such as { from = intern, to = extern, next-hop = carrier1 }
      rules.*.from | -rules.2.from              | found nothing; allowed: the name of a bond
      rules.*.from | rules.2.from = external    | found "external"; allowed: a bond: extern, intern
      rules.*.to   | -rules.2.to                | found nothing; allowed: the name of a bond
      rules.*.to   | rules.2.to = int-udp       | found "int-udp"; allowed: a bond: intern, extern
      rules.*.to   | rules.2.to = []            | found a list; allowed: the name of a bond
      rules.*.source       | rules.1.source = 192.0.2.1/24      | found "192.0.2.1/24"; allowed: a network such as 192.0.2.0/24 or 2001:db8::/32, zero after its prefix, or one address
      rules.*.source       | rules.1.source = example.com       | found "example.com"; allowed: a network such as 192.0.2.0/24 or 2001:db8::/32, zero after its prefix, or one address
      rules.*.source       | rules.1.source = []                | found an empty list; allowed: a network such as 192.0.2.0/24 or 2001:db8::/32, zero after its prefix, or one address
      rules.*.method       | rules.1.method = invite            | found "invite"; allowed: INVITE, MESSAGE, NOTIFY, OPTIONS, PUBLISH, REFER, REGISTER, SUBSCRIBE, INFO
      rules.*.user         | rules.1.user = 0 0                 | found "0 0"; allowed: a pattern such as 00* without blanks, where * is any text and ? one character
      rules.*.user         | rules.1.user.a = 00                | found a block; allowed: a pattern such as 00* without blanks, where * is any text and ? one character
      rules.*.from-address | rules.1.from-address = []          | found an empty list; allowed: a pattern such as 00* without blanks, where * is any text and ? one character, held against user@host
      rules.*.to-address   | rules.1.to-address = a b           | found "a b"; allowed: a pattern such as 00* without blanks, where * is any text and ? one character, held against user@host
      rules.*.next-hop     | -rules.2.next-hop                  | found nothing; allowed: the name of a next hop, or request-uri for the Request-URI itself
      rules.*.next-hop     | rules.2.next-hop = pxb             | found "pxb"; allowed: request-uri, or a next hop: pbx, carrier1
      rules.*.next-hop     | rules.2.next-hop = sip:192.0.2.9   | found "sip:192.0.2.9"; allowed: request-uri, or a next hop: pbx, carrier1
      rules.*.role         | rules.2.role = proxy               | found "proxy"; allowed: b2bua or reject, the roles of this release
      rules.*.role         | rules.2.role = registrar           | found "registrar"; allowed: b2bua or reject, the roles of this release
      rules.*.role         | rules.2.role = redirect            | found "redirect"; allowed: b2bua or reject, the roles of this release
      rules.*.role         | rules.2.role = B2BUA               | found "B2BUA"; allowed: b2bua or reject, the roles of this release
      rules.*.status       | rules.2.status = 403               | found it beside role b2bua; allowed: only beside role = reject
      rules.*.status       | rules.3.from = intern && rules.3.role = reject && rules.3.status = 200 | found "200"; allowed: 400 to 699
      rules.*.strip        | rules.2.strip = -1                 | found "-1"; allowed: 0 to 64
      rules.*.strip        | rules.3.from = intern && rules.3.role = reject && rules.3.strip = 1 | found it beside role reject; allowed: only beside role = b2bua
      rules.*.prefix       | rules.2.prefix = a@b               | found "a@b"; allowed: up to 32 letters, digits, +, *, #, -, . and _
      http              | http = 8080                    | found "8080"; allowed: { address = 127.0.0.1, port = 8080 }
      http.address      | http.address = localhost       | found "localhost"; allowed: an IP address of this machine
      http.address      | http.address = 224.0.0.1       | found "224.0.0.1"; allowed: an IP address of this machine
      http.port         | http.port = 0                  | found "0"; allowed: a port from 1 to 65535
      stop              | stop = 30s                     | found "30s"; allowed: { drain-timeout = 30s }
      stop.drain-timeout | stop.drain-timeout = 30        | found "30"; allowed: a duration such as 500ms, 30s or 2m, at most 24h
      stop.drain-timeout | stop.drain-timeout = 25h       | found "25h"; allowed: a duration such as 500ms, 30s or 2m, at most 24h
      """
          .replace("SOCKET", SOCKET)
          .replace("NOWHERE", "intern, extern")
          .replace(
              "ADVERTISE",
              "host or host:port, such as 198.51.100.7:5060, [2001:db8::1] or sbc.example.com");

  /** One line of the table. */
  record Row(String pattern, String change, String problem) {
    static Row of(String line) {
      String[] parts = line.split(" +\\| ", 3);
      return new Row(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    /** Whether {@code problem} is about a key of this pattern, or about one under it. */
    boolean isAbout(Problem problem) {
      return problem.key().matches(pattern.replace(".", "\\.").replace("*", "[^.]+") + "(\\..+)?");
    }

    @Override
    public String toString() {
      return change;
    }
  }

  static List<Row> badValues() {
    return BAD_VALUES.lines().map(Row::of).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badValues")
  void refusesABadValue(Row row) {
    List<Problem> problems = problems(VALID.with(row.change()));
    assertThat(problems).isNotEmpty();
    assertThat(problems.get(0)).matches(row::isAbout, "is about " + row.pattern());
    assertThat(
            String.join(" AND ", problems.stream().map(ConfigReaderTest::withoutOrigin).toList()))
        .isEqualTo(problems.get(0).key() + ": " + row.problem());
  }

  @Test
  void everyKeyHasABadValueInTheTable() {
    Set<String> tested = new HashSet<>();
    badValues().forEach(row -> tested.add(row.pattern()));
    assertThat(tested).containsExactlyInAnyOrderElementsOf(new HashSet<>(Keys.paths()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "listner.a = b                        | listeners, stop, bonds, rules, http,"
            + " listeners-from, next-hops",
        "listeners.ext-udp.advertize = b      | advertise, bind",
        "bonds.extern.on-nomatch = reject     | on-no-match, members",
        "bonds.extern.members.2.prio = 1      | priority, weight, listener",
        "bonds.extern.on-no-match.falback = b | fallback",
        "rules.1.form = intern                | from, to, role, source, user, strip,"
            + " method, status, prefix, to-address, next-hop, from-address",
        "http.prot = 1                        | port, address",
        "stop.timeout = 1s                    | drain-timeout",
      })
  void refusesAnUnknownKeyAndNamesTheNearest(String change, String allowed) {
    String key = change.substring(0, change.indexOf(" = "));
    assertThat(problems(VALID.with(change)).stream().map(ConfigReaderTest::withoutOrigin))
        .contains(
            (key.startsWith("listner") ? "listner" : key)
                + ": found an unknown key; allowed: "
                + allowed);
  }

  @Test
  void reportsEveryProblemAtOnceByFileAndLine() {
    assertThat(
            problems(
                VALID.with(
                    "listeners.int-udp = udp:192.0.2.3:0 && bonds.intern.1 = int-upd"
                        + " && rules.1.to = external && rules.2.role = proxy && http.port = x")))
        .extracting(Problem::toString)
        .containsExactly(
            "sipbond.conf:17: listeners.int-udp: found \"udp:192.0.2.3:0\"; allowed: a port from 1"
                + " to 65535",
            "sipbond.conf:18: bonds.intern.1: found \"int-upd\"; allowed: a listener: int-udp,"
                + " ext-udp, ext-tls6",
            "sipbond.conf:19: rules.1.to: found \"external\"; allowed: a bond: extern, intern",
            "sipbond.conf:20: rules.2.role: found \"proxy\"; allowed: b2bua or reject, the roles of"
                + " this release",
            "sipbond.conf:21: http.port: found \"x\"; allowed: a port from 1 to 65535");
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
        .extracting(ConfigReaderTest::withoutOrigin)
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
      assertThat(config.http()).hasToString("127.0.0.1:8080");
      assertThat(config.stop().drainTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void setsEveryKey() {
      AppConfig config =
          config(
              VALID.with(
                  "listeners-from = container && http.address = :: && http.port = 8443"
                      + " && stop.drain-timeout = 2m"
                      + " && bonds.extern.on-no-match.fallback = intern"
                      + " && rules.1.source = 192.0.2.0/24 && rules.1.method.1 = INVITE"
                      + " && rules.1.method.2 = MESSAGE && rules.1.from-address = *@example.com"
                      + " && rules.1.to-address.1 = 9??@* && rules.1.strip = 2"
                      + " && rules.1.prefix = + && rules.1.next-hop = request-uri"
                      + " && rules.3.from = intern && rules.3.role = reject && rules.3.status = 603"
                      + " && rules.4.from = intern && rules.4.role = reject"));
      assertThat(config.listenerSource()).isEqualTo(ListenerSource.CONTAINER);
      assertThat(config.http()).hasToString("[::]:8443");
      assertThat(config.stop().drainTimeout()).isEqualTo(Duration.ofMinutes(2));
      assertThat(config.bonds().named("extern"))
          .get()
          .extracting(bond -> bond.onNoMatch().toString())
          .isEqualTo("fallback: intern");
      assertThat(config.rules().rules())
          .extracting(Object::toString)
          .containsExactly(
              "rule 1 from intern to extern by request-uri when source 192.0.2.0/24, method INVITE"
                  + " or MESSAGE, user 00*, from-address *@example.com, to-address 9??@*",
              "rule 2 from extern to intern by pbx (sip:192.0.2.9)",
              "rule 3 from intern reject with 603",
              "rule 4 from intern reject with 403");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"0s, PT0S", "500ms, PT0.5S", "30s, PT30S", "2 m, PT2M", "24h, PT24H"})
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

  private static String withoutOrigin(Problem problem) {
    return problem.toString().substring(problem.origin().toString().length() + 2);
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

  private static AppConfig config(FlatDocument document) {
    return read(document)
        .fold(
            config -> config,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private static List<Problem> problems(FlatDocument document) {
    return read(document).fold(config -> List.of(), problems -> problems);
  }

  private static ConfigResult read(FlatDocument document) {
    Map<String, List<InetAddress>> interfaces =
        Map.of(
            "eth0", addresses("192.0.2.20", "fe80::20", "2001:db8::20"),
            "one0", addresses("192.0.2.30", "fe80::30"),
            "bare0", addresses("fe80::40"));
    return new ConfigReader(name -> Optional.ofNullable(interfaces.get(name)))
        .read(document.node());
  }

  private static List<InetAddress> addresses(String... texts) {
    return List.of(texts).stream().map(text -> IpLiteral.parse(text).orElseThrow()).toList();
  }
}
