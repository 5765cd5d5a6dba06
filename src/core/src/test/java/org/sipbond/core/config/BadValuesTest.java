package org.sipbond.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipbond.core.config.Documents.VALID;
import static org.sipbond.core.config.Documents.problems;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each key of the document refuses. */
class BadValuesTest {
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
      listeners.*  | -tls                                    | found a tls listener without a certificate; allowed: a tls listener with a certificate: tls { certificate = "chain.pem", key = "key.pem" }, for all or for the listener
      listeners.*.tls | listeners.ext-udp.tls.trust = a.pem | found it on a listener for udp; allowed: on tls listeners
      listeners.*.tls | listeners.x.bind = tls:192.0.2.7:5061 && listeners.x.tls = on | found "on"; allowed: TLS
      listeners.*.tls.certificate | listeners.x.bind = tls:192.0.2.7:5061 && listeners.x.tls.key = a.key | found nothing; allowed: the name of a PEM file
      listeners.*.tls.key         | listeners.x.bind = tls:192.0.2.7:5061 && listeners.x.tls.certificate = a.pem | found nothing; allowed: the name of a PEM file
      listeners.*.tls.trust       | listeners.x.bind = tls:192.0.2.7:5061 && listeners.x.tls.trust = {} | found a block; allowed: one or more names of PEM files
      listeners.*.tls.client-auth | listeners.x.bind = tls:192.0.2.7:5061 && listeners.x.tls.client-auth = want | found "want"; allowed: none, optional, required
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
      bonds.*.families    | bonds.extern.families = ipv6                  | found "ipv6"; allowed: members, ipv4-first, ipv6-first
      bonds.*.families    | bonds.extern.families.1 = ipv6-first          | found a list; allowed: members, ipv4-first, ipv6-first
      bonds.*.auto-route  | bonds.extern.auto-route = on                  | found "on"; allowed: true or false
      guard        | guard = on             | found "on"; allowed: off, warn, block
      bonds.*.trusted     | bonds.extern.trusted = yes                    | found "yes"; allowed: true or false
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
      rules        | rules = all                | found "all"; allowed: a list of rules; [] to refuse every request
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
      rules.*.addresses    | rules.2.addresses = private        | found "private"; allowed: any or public
      rules.*.addresses    | rules.3.from = intern && rules.3.role = reject && rules.3.addresses = any | found it beside role reject; allowed: only beside role = b2bua
      http              | http = 8080                    | found "8080"; allowed: { address = 127.0.0.1, port = 8080 }
      http.address      | http.address = localhost       | found "localhost"; allowed: an IP address of this machine
      http.address      | http.address = 224.0.0.1       | found "224.0.0.1"; allowed: an IP address of this machine
      http.port         | http.port = 0                  | found "0"; allowed: a port from 1 to 65535
      stop              | stop = 30s                     | found "30s"; allowed: { drain-timeout = 30s }
      stop.drain-timeout | stop.drain-timeout = 30        | found "30"; allowed: a duration such as 500ms, 30s or 2m, 0s to 24h
      stop.drain-timeout | stop.drain-timeout = 25h       | found "25h"; allowed: a duration such as 500ms, 30s or 2m, 0s to 24h
      dns                | dns = 192.0.2.53               | found "192.0.2.53"; allowed: { servers = [192.0.2.53], timeout = 1s }
      dns.servers        | dns.servers = []               | found an empty list; allowed: SERVER
      dns.servers        | dns.servers = ns.example.com   | found "ns.example.com"; allowed: SERVER
      dns.servers        | dns.servers.1 = 192.0.2.53:0   | found "192.0.2.53:0"; allowed: SERVER
      dns.servers        | dns.servers.1 = 0.0.0.0        | found "0.0.0.0"; allowed: SERVER
      dns.servers        | dns.servers.1 = 224.0.0.1:53   | found "224.0.0.1:53"; allowed: SERVER
      dns.search         | dns.search.1 = a_b.example.com | found "a_b.example.com"; allowed: a domain such as example.com
      dns.search         | dns.search = 192.0.2.1         | found "192.0.2.1"; allowed: a domain such as example.com
      dns.search         | dns.search = {}                | found a block; allowed: a domain such as example.com
      dns.timeout        | dns.timeout = 0s               | found "0s"; allowed: DURATION 10ms to 60s
      dns.timeout        | dns.timeout = 1000             | found "1000"; allowed: DURATION 10ms to 60s
      dns.rounds         | dns.rounds = 0                 | found "0"; allowed: 1 to 10
      dns.cache          | dns.cache = off                | found "off"; allowed: { longest = 1d, stale = 1d }
      dns.cache.entries  | dns.cache.entries = 1000001    | found "1000001"; allowed: 0 to 1000000
      dns.cache.longest  | dns.cache.longest = 8d         | found "8d"; allowed: DURATION 0s to 7d
      dns.cache.longest-negative | dns.cache.longest-negative = -1s | found "-1s"; allowed: DURATION 0s to 7d
      dns.cache.stale    | dns.cache.stale = forever      | found "forever"; allowed: DURATION 0s to 7d
      dns.cache.patience | dns.cache.patience = 61s       | found "61s"; allowed: DURATION 0s to 60s
      dns.cache.recheck  | dns.cache.recheck = 5 minutes  | found "5 minutes"; allowed: DURATION 0s to 24h
      attempts                | attempts = 3                  | found "3"; allowed: { failed-last = 4m, answer-timeout = 4s }
      attempts.failed-last    | attempts.failed-last = 2d     | found "2d"; allowed: DURATION 0s to 24h
      attempts.patience       | attempts.patience = 33s       | found "33s"; allowed: DURATION 0s to 32s
      attempts.probe          | attempts.probe = 1.5s         | found "1.5s"; allowed: DURATION 0s to 24h
      attempts.answer-timeout | attempts.answer-timeout = 0s  | found "0s"; allowed: DURATION 200ms to 32s
      attempts.answer-timeout | attempts.answer-timeout = 1m  | found "1m"; allowed: DURATION 200ms to 32s
      calls                   | calls = 3                     | found "3"; allowed: { ring-timeout = 3m, max-time = 12h }
      calls.ring-timeout      | calls.ring-timeout = 0s       | found "0s"; allowed: DURATION 1s to 1h
      calls.max-time          | calls.max-time = 8d           | found "8d"; allowed: DURATION 0s to 7d
      calls.session-expires   | calls.session-expires = 25h   | found "25h"; allowed: DURATION 1s to 24h
      calls.session-expires   | calls.session-expires = 60s   | found session-expires of 60s and min-se of 90s; allowed: session-expires not below min-se
      calls.min-se            | calls.min-se = 500ms          | found "500ms"; allowed: DURATION 1s to 24h
      calls.min-se            | calls.min-se = 1h             | found session-expires of 1800s and min-se of 3600s; allowed: session-expires not below min-se
      calls.keepalive         | calls.keepalive = INFO        | found "INFO"; allowed: options, reinvite, off
      calls.keepalive-interval | calls.keepalive-interval = 0s | found "0s"; allowed: DURATION 1s to 24h
      tls             | tls = on             | found "on"; allowed: TLS
      tls.certificate | -tls.certificate     | found nothing; allowed: the name of a PEM file
      tls.key         | tls.key = []         | found a list; allowed: the name of a PEM file
      tls.trust       | tls.trust.1.a = b    | found a block; allowed: the name of a PEM file
      tls.client-auth | tls.client-auth = on | found "on"; allowed: none, optional, required
      connect-timeout | connect-timeout = 0s | found "0s"; allowed: DURATION 100ms to 32s
      database             | database = h2                 | found "h2"; allowed: { url = "jdbc:postgresql://192.0.2.5/sipbond", user = sipbond, password = ${PASSWORD} }
      database.url         | database.url = postgresql://sipbond:secret@192.0.2.5/sipbond | found something else; allowed: a url that begins with jdbc:h2:, jdbc:postgresql: or jdbc:mariadb:
      database.url         | database.url = jdbc:postgresql://192.0.2.5/a?password=secret | found a password in it; allowed: the password under database.password
      database.user        | database.user = sipbond       | found it; allowed: with a url
      database.password    | database.password = secret    | found it; allowed: with a url
      database.data-source | database.data-source = jdbc/a | found something else; allowed: a name in JNDI that begins with java:
      database.url         | database.data-source = java:comp/env/a && database.url = jdbc:h2:mem:a | found it; allowed: without data-source
      """
          .replace("SOCKET", SOCKET)
          .replace(
              "allowed: TLS",
              "allowed: { certificate = \"chain.pem\", key = \"key.pem\","
                  + " trust = \"authorities.pem\", client-auth = none }")
          .replace("NOWHERE", "intern, extern")
          .replace("DURATION", "a duration such as 500ms, 30s or 2m,")
          .replace(
              "SERVER", "an IP address, or address:port, such as 192.0.2.53 or [2001:db8::53]:5353")
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
    assertThat(String.join(" AND ", problems.stream().map(Documents::withoutOrigin).toList()))
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
        "listner.a = b                        | listeners, stop, bonds, rules, http, dns,"
            + " tls, listeners-from, calls, guard, next-hops, attempts, database, connect-timeout",
        "listeners.ext-udp.advertize = b      | advertise, bind, tls",
        "bonds.extern.on-nomatch = reject     | on-no-match, members, auto-route, trusted,"
            + " families",
        "bonds.extern.members.2.prio = 1      | priority, weight, listener",
        "bonds.extern.on-no-match.falback = b | fallback",
        "rules.1.form = intern                | from, to, role, source, user, strip,"
            + " method, status, prefix, to-address, next-hop, addresses, from-address",
        "http.prot = 1                        | port, address",
        "stop.timeout = 1s                    | drain-timeout",
        "dns.server = 192.0.2.53              | servers, search, cache, rounds, timeout",
        "dns.cache.longest-negativ = 1d       | longest-negative, longest, entries, stale,"
            + " patience, recheck",
        "tls.cert = a.pem                     | key, trust, certificate, client-auth",
        "calls.ring-timeuot = 4s              | ring-timeout, max-time, min-se, keepalive,"
            + " session-expires, keepalive-interval",
        "attempts.answer-timeuot = 4s         | answer-timeout, failed-last, patience, probe",
      })
  void refusesAnUnknownKeyAndNamesTheNearest(String change, String allowed) {
    String key = change.substring(0, change.indexOf(" = "));
    assertThat(problems(VALID.with(change)).stream().map(Documents::withoutOrigin))
        .contains(
            (key.startsWith("listner") ? "listner" : key)
                + ": found an unknown key; allowed: "
                + allowed);
  }
}
