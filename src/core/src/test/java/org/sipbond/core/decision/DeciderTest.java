package org.sipbond.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.bond.Usability;
import org.sipbond.core.net.Destination;
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
import org.sipbond.core.rule.Ruling;

class DeciderTest {
  private static final Listener INT_UDP =
      Listener.of("int-udp", Transport.UDP, address("192.0.2.1"), 5060);
  private static final Listener EXT_UDP =
      Listener.of("ext-udp", Transport.UDP, address("198.51.100.1"), 5060);
  private static final Listener EXT_TCP =
      Listener.of("ext-tcp", Transport.TCP, address("198.51.100.1"), 5060);
  private static final Bond EXTERN = Bond.of("extern", EXT_UDP, EXT_TCP);
  private static final TargetUri CARRIER = uri("sip:carrier.example.com");

  private final Decider decider = decider();

  @Test
  void rulesFirst() {
    assertThat(decider.rule(from(INT_UDP)).fold(Ruling::toString, Ruling::toString))
        .isEqualTo("rule 1: intern to extern, sip:bob@carrier.example.com");
  }

  @Test
  void asksDnsForAllThatTheBondCanSendAndNothingElse() {
    assertThat(decider.target(EXTERN, CARRIER))
        .hasToString("sip:carrier.example.com by udp over ipv4, tcp over ipv4");
  }

  @Test
  void selectsAfreshForEachDestination() {
    assertThat(selected(Transport.TCP, "198.51.100.9"))
        .isEqualTo("tcp:198.51.100.9:5070 by ext-tcp tcp:198.51.100.1:5060 of bond extern");
    assertThat(selected(Transport.UDP, "198.51.100.9"))
        .isEqualTo("udp:198.51.100.9:5070 by ext-udp udp:198.51.100.1:5060 of bond extern");
    assertThat(selected(Transport.UDP, "2001:db8::9"))
        .startsWith("no member of bond extern for udp over ipv6");
  }

  private String selected(Transport transport, String address) {
    return decider
        .select(EXTERN, Destination.of(transport, address(address), 5070), "a")
        .toString();
  }

  private static Decider decider() {
    Bonds bonds = new Bonds(List.of(Bond.of("intern", INT_UDP), EXTERN));
    NextHop hop = new NextHop.Named("carrier", CARRIER);
    Rule rule = new Rule(1, "intern", Match.ANY, new Action.Bridge("extern", hop, Rewrite.NONE));
    return new Decider(new RuleTable(List.of(rule), bonds), Usability.ALL, SourceRoutes.NONE);
  }

  private static RequestFacts from(Listener ingress) {
    return new RequestFacts(
        "INVITE",
        ingress,
        address("192.0.2.50"),
        uri("sip:bob@192.0.2.1"),
        "sip:alice@example.com",
        "sip:bob@example.com");
  }

  private static TargetUri uri(String text) {
    return TargetUri.parse(text).orElseThrow();
  }

  private static InetAddress address(String literal) {
    return IpLiteral.parse(literal).orElseThrow();
  }
}
