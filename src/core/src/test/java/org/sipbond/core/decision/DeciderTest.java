package org.sipbond.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.bond.Usability;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.rule.Action;
import org.sipbond.core.rule.Match;
import org.sipbond.core.rule.NextHop;
import org.sipbond.core.rule.RequestFacts;
import org.sipbond.core.rule.Rewrite;
import org.sipbond.core.rule.Rule;
import org.sipbond.core.rule.RuleTable;

class DeciderTest {
  private static final Listener INT_UDP =
      Listener.of("int-udp", Transport.UDP, address("192.0.2.1"), 5060);
  private static final Listener EXT_UDP =
      Listener.of("ext-udp", Transport.UDP, address("198.51.100.1"), 5060);
  private static final Listener EXT_TCP =
      Listener.of("ext-tcp", Transport.TCP, address("198.51.100.1"), 5060);
  private static final Listener SPARE =
      Listener.of("spare", Transport.UDP, address("192.0.2.2"), 5060);

  @Test
  void bridgesByTheMemberThatFitsAndSaysWhy() {
    Decision decision = deciderTo("sip:198.51.100.9:5070;transport=tcp").decide(from(INT_UDP), "a");

    assertThat(decision.explanation())
        .isEqualTo(
            """
            rule 1: intern to extern, sip:bob@198.51.100.9:5070;transport=tcp
            destination tcp:198.51.100.9:5070
            taken       extern: ext-tcp tcp:198.51.100.1:5060
            rejected    extern: ext-udp udp:198.51.100.1:5060: transport udp is not tcp""");
    assertThat(
            decision
                .selection()
                .map(selection -> selection.fold(Selection.Chosen::listener, none -> SPARE)))
        .contains(EXT_TCP);
  }

  @Test
  void refusesWhenNoMemberFits() {
    assertThat(refusal(deciderTo("sip:[2001:db8::9]").decide(from(INT_UDP), "a")))
        .isEqualTo("502 no-member: no member of bond extern for udp over ipv6");
  }

  @Test
  void refusesAListenerInNoBond() {
    assertThat(refusal(deciderTo("sip:198.51.100.9").decide(from(SPARE), "a")))
        .isEqualTo("403 no-bond: listener spare is in no bond");
  }

  @Test
  void refusesWithoutARule() {
    assertThat(refusal(deciderTo("sip:198.51.100.9").decide(from(EXT_UDP), "a")))
        .isEqualTo("403 no-rule: no rule for INVITE from bond extern");
  }

  @Test
  void keepsTheNextHopOutOfTheAnswer() {
    Decision decision = deciderTo("sip:carrier.example.com").decide(from(INT_UDP), "a");

    assertThat(refusal(decision))
        .isEqualTo("502 no-destination: next hop of rule 1 cannot be located");
    assertThat(decision.explanation()).contains("host name carrier.example.com");
  }

  private static String refusal(Decision decision) {
    return decision.fold(
        bridge -> "bridged",
        refusal -> refusal.status() + " " + refusal.cause().label() + ": " + refusal.reason());
  }

  private static Decider deciderTo(String nextHop) {
    Bonds bonds =
        new Bonds(List.of(Bond.of("intern", INT_UDP), Bond.of("extern", EXT_UDP, EXT_TCP)));
    NextHop hop = new NextHop.Named("peer", TargetUri.parse(nextHop).orElseThrow());
    Rule rule = new Rule(1, "intern", Match.ANY, new Action.Bridge("extern", hop, Rewrite.NONE));
    return new Decider(new RuleTable(List.of(rule), bonds), Usability.ALL, SourceRoutes.NONE);
  }

  private static RequestFacts from(Listener ingress) {
    return new RequestFacts(
        "INVITE",
        ingress,
        address("192.0.2.50"),
        TargetUri.parse("sip:bob@192.0.2.1").orElseThrow(),
        "sip:alice@example.com",
        "sip:bob@example.com");
  }

  private static InetAddress address(String literal) {
    return IpLiteral.parse(literal).orElseThrow();
  }
}
