package org.sipbond.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sipbond.core.bond.Samples.bonds;
import static org.sipbond.core.bond.Samples.listener;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.AddressPolicy;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Network;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.resolve.NumericTarget;

class RuleTableTest {
  private static final Listener INT = listener("int-udp", "udp 192.0.2.1 5060");
  private static final Listener EXT = listener("ext-udp", "udp 198.51.100.1 5060");
  private static final Listener BOTH = listener("both-tcp", "tcp 192.0.2.1 5060");
  private static final Listener STRAY = listener("stray", "udp 192.0.2.2 5060");
  private static final Bonds BONDS =
      bonds(Bond.of("intern", INT, BOTH), Bond.of("extern", EXT, BOTH));
  private static final NextHop CARRIER = hop("carrier1", "sip:198.51.100.9:5062;transport=tcp");
  private static final NextHop PBX = hop("pbx", "sip:192.0.2.9");
  private static final Action OUT = new Action.Bridge("extern", CARRIER, Rewrite.NONE);
  private static final Action IN = new Action.Bridge("intern", PBX, Rewrite.NONE);

  @Nested
  class TheFirstMatchWins {
    private final RuleTable table =
        table(
            rule("intern", users("00*"), OUT),
            rule("intern", methods("MESSAGE"), new Action.Reject(488)),
            rule("intern", sources("192.0.2.64/26", "2001:db8::/32"), new Action.Reject(603)),
            rule("intern", from("*@blocked.example.com"), new Action.Reject(404)),
            rule("intern", to("9??@example.com"), new Action.Reject(410)),
            rule("extern", Match.ANY, IN));

    @ParameterizedTest(name = "{0} {1} from {2}: {3}")
    @CsvSource(
        delimiter = '|',
        value = {
          "INVITE  | sip:00431@192.0.2.1   | 192.0.2.7   | rule 1: intern to extern,"
              + " sip:00431@198.51.100.9:5062;transport=tcp",
          "MESSAGE | sip:00431@192.0.2.1   | 192.0.2.7   | rule 1: intern to extern,"
              + " sip:00431@198.51.100.9:5062;transport=tcp",
          "INVITE  | sip:%30%3043@192.0.2.1 | 192.0.2.7  | rule 1: intern to extern,"
              + " sip:%30%3043@198.51.100.9:5062;transport=tcp",
          "MESSAGE | sip:0431@192.0.2.1    | 192.0.2.7   | 488 rejected by rule 2",
          "INVITE  | sip:0431@192.0.2.1    | 192.0.2.65  | 603 rejected by rule 3",
          "INVITE  | sip:0431@192.0.2.1    | 2001:db8::7 | 603 rejected by rule 3",
          "INVITE  | sip:0431@192.0.2.1    | 192.0.2.7   | 403 no rule for INVITE from bond intern",
        })
    void byMethodAndUserAndSource(String method, String uri, String source, String ruling) {
      assertThat(
              table.rule(
                  request(method, INT, source, uri, "sip:a@example.com", "sip:b@example.com")))
          .hasToString(ruling);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
      "sip:mallory@Blocked.example.com:5060;x=y, sip:b@example.com,    404 rejected by rule 4",
      "sip:blocked.example.com,                  sip:b@example.com,    403 no rule for INVITE from bond intern",
      "sip:a@example.com,                        sip:911@example.com,  410 rejected by rule 5",
      "sip:a@example.com,                        sip:9111@example.com, 403 no rule for INVITE from bond intern",
      "tel:+49301234;x=@blocked.example.com,     tel:911,              403 no rule for INVITE from bond intern",
    })
    void byFromAndTo(String from, String to, String ruling) {
      assertThat(table.rule(request("INVITE", INT, "192.0.2.7", "sip:1@192.0.2.1", from, to)))
          .hasToString(ruling);
    }

    @Test
    void byTheBondOfTheListener() {
      assertThat(table.rule(invite(EXT, "sip:00431@198.51.100.1")))
          .hasToString("rule 6: extern to intern, sip:00431@192.0.2.9");
    }
  }

  @Test
  void aListenerOfSeveralBondsIsOnEachSide() {
    RuleTable table = table(rule("extern", Match.ANY, IN), rule("intern", Match.ANY, OUT));
    assertThat(table.rule(invite(BOTH, "sip:1@192.0.2.1")))
        .hasToString("rule 1: extern to intern, sip:1@192.0.2.9");
    assertThat(table().rule(invite(BOTH, "sip:1@192.0.2.1")))
        .hasToString("403 no rule for INVITE from bond intern or extern");
  }

  @Test
  void refusesWhatComesInByAListenerOfNoBond() {
    assertThat(table(rule("intern", Match.ANY, OUT)).rule(invite(STRAY, "sip:1@192.0.2.2")))
        .isEqualTo(
            new Ruling.Refuse(Ruling.Refuse.Cause.NO_BOND, 403, "listener stray is in no bond"));
  }

  @Test
  void sendsWhereTheRequestUriLeads() {
    Action through = new Action.Bridge("extern", new NextHop.RequestUri(), Rewrite.NONE);
    Optional<Destination> destination =
        table(rule("intern", Match.ANY, through))
            .rule(invite(INT, "sip:bob@198.51.100.77:5070;transport=tcp"))
            .fold(
                bridge ->
                    NumericTarget.of(bridge.requestUri())
                        .fold(Optional::of, no -> Optional.empty()),
                refuse -> Optional.empty());
    assertThat(destination).get().hasToString("tcp:198.51.100.77:5070");
  }

  @ParameterizedTest
  @EnumSource(AddressPolicy.class)
  void handsOverWhichAddressesTheNextHopMayLeadTo(AddressPolicy addresses) {
    Action out = new Action.Bridge("extern", CARRIER, Rewrite.NONE, addresses);
    assertThat(
            table(rule("intern", Match.ANY, out))
                .rule(invite(INT, "sip:00431@192.0.2.1"))
                .<Optional<AddressPolicy>>fold(
                    bridge -> Optional.of(bridge.addresses()), refuse -> Optional.empty()))
        .contains(addresses);
  }

  @ParameterizedTest(name = "strip {0}, prefix \"{1}\": {2} becomes {3}")
  @CsvSource({
    "0, '',   00431,      00431",
    "0, '',   %30%30431,  %30%30431",
    "2, '',   00431,      431",
    "2, +,    00431,      +431",
    "2, '',   %30%30431,  431",
    "0, 0,    431,        0431",
    "9, '',   431,        ''",
    "0, 'a@', 1,          a%401",
    "2, ü,    0%301%FF,   %C3%BC1%FF",
  })
  void rewritesTheUser(int strip, String prefix, String user, String becomes) {
    assertThat(new Rewrite(strip, prefix).apply(user)).isEqualTo(becomes);
  }

  @Test
  void saysWhatARuleIs() {
    assertThat(rule("intern", users("00*", "+*"), OUT).build(1))
        .hasToString(
            "rule 1 from intern to extern by carrier1 (sip:198.51.100.9:5062;transport=tcp)"
                + " when user 00* or +*");
    assertThat(rule("extern", Match.ANY, new Action.Reject(603)).build(2))
        .hasToString("rule 2 from extern reject with 603");
  }

  @Test
  void refusesARuleForAnUndefinedBond() {
    assertThatThrownBy(() -> table(rule("interm", Match.ANY, OUT)))
        .hasMessage("a rule names bond interm; allowed: intern, extern");
    assertThatThrownBy(
            () -> table(rule("intern", Match.ANY, new Action.Bridge("externe", PBX, Rewrite.NONE))))
        .hasMessage("a rule names bond externe; allowed: intern, extern");
  }

  /** A rule before it has its place. */
  private record Draft(String from, Match match, Action action) {
    Rule build(int number) {
      return new Rule(number, from, match, action);
    }
  }

  private static Draft rule(String from, Match match, Action action) {
    return new Draft(from, match, action);
  }

  private static RuleTable table(Draft... drafts) {
    AtomicInteger number = new AtomicInteger();
    return new RuleTable(
        List.of(drafts).stream().map(draft -> draft.build(number.incrementAndGet())).toList(),
        BONDS);
  }

  private static RequestFacts invite(Listener ingress, String uri) {
    return request("INVITE", ingress, "192.0.2.7", uri, "sip:a@example.com", "sip:b@example.com");
  }

  private static RequestFacts request(
      String method, Listener ingress, String source, String uri, String from, String to) {
    return new RequestFacts(
        method,
        ingress,
        IpLiteral.parse(source).orElseThrow(),
        TargetUri.parse(uri).orElseThrow(),
        from,
        to);
  }

  private static NextHop hop(String name, String uri) {
    return new NextHop.Named(name, TargetUri.parse(uri).orElseThrow());
  }

  private static Match users(String... patterns) {
    return new Match(List.of(), List.of(), patterns(patterns), List.of(), List.of());
  }

  private static Match methods(String... methods) {
    return new Match(List.of(), List.of(methods), List.of(), List.of(), List.of());
  }

  private static Match sources(String... networks) {
    return new Match(
        List.of(networks).stream().map(text -> Network.parse(text).orElseThrow()).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Match from(String pattern) {
    return new Match(List.of(), List.of(), List.of(), patterns(pattern), List.of());
  }

  private static Match to(String pattern) {
    return new Match(List.of(), List.of(), List.of(), List.of(), patterns(pattern));
  }

  private static List<TextPattern> patterns(String... texts) {
    return List.of(texts).stream().map(TextPattern::new).toList();
  }
}
