package org.sipbond.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sipbond.core.bond.Samples.bonds;
import static org.sipbond.core.bond.Samples.destination;
import static org.sipbond.core.bond.Samples.listener;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BondsTest {
  private static final Listener UDP = listener("udp", "udp 192.0.2.1 5060");
  private static final Listener TCP = listener("tcp", "tcp 192.0.2.1 5060");
  private static final Listener TLS = listener("tls", "tls 192.0.2.1 5061");
  private static final String KEY = "call-1@example.com";

  @Test
  void tellsOnWhichSidesAListenerIs() {
    Bonds bonds = bonds(Bond.of("intern", UDP), Bond.of("extern", TCP), Bond.of("all", UDP, TCP));
    assertThat(bonds.holding(UDP)).extracting(Bond::name).containsExactly("intern", "all");
    assertThat(bonds.holding(TLS)).isEmpty();
    assertThat(bonds.belongs(UDP, "intern")).isTrue();
    assertThat(bonds.belongs(UDP, "extern")).isFalse();
    assertThat(bonds.belongs(UDP, "undefined")).isFalse();
  }

  @Test
  void asksNoOtherBondWhenNoneIsNamed() {
    Bonds bonds = bonds(Bond.of("extern", UDP), Bond.of("spare", TLS));
    assertThat(select(bonds, "extern", "tls 192.0.2.9 5061"))
        .hasToString("no member of bond extern for tls over ipv4; members: udp:192.0.2.1:5060");
  }

  @Nested
  class WithFallbacks {
    private final Bonds bonds =
        bonds(
            falling("extern", "second", UDP),
            falling("second", "third", TCP),
            Bond.of("third", TLS));

    @Test
    void canSendWhatItsFallbacksCan() {
      assertThat(bonds.capabilities("second")).containsExactly(TCP.capability(), TLS.capability());
    }

    @Test
    void putsWhatItCanSendItselfBeforeWhatItsFallbackPrefers() {
      Listener udp6 = listener("udp6", "udp 2001:db8::1 5060");
      Bonds mixed =
          bonds(
              falling("extern", "spare", UDP),
              new Bond(
                  "spare",
                  List.of(Member.of(UDP), Member.of(udp6)),
                  new OnNoMatch.Reject(),
                  FamilyOrder.IPV6_FIRST,
                  false,
                  false));
      assertThat(mixed.capabilities("extern")).containsExactly(UDP.capability(), udp6.capability());
      assertThat(mixed.capabilities("spare")).containsExactly(udp6.capability(), UDP.capability());
    }

    @Test
    void prefersTheBondThatWasAsked() {
      assertThat(select(bonds, "extern", "udp 192.0.2.9 5060"))
          .hasToString("udp:192.0.2.9:5060 by udp udp:192.0.2.1:5060 of bond extern");
    }

    @Test
    void followsTheChainAndKeepsWhatWasRejectedOnTheWay() {
      Selection selection = select(bonds, "extern", "tls 192.0.2.9 5061");
      assertThat(selection)
          .hasToString("tls:192.0.2.9:5061 by tls tls:192.0.2.1:5061 of bond third");
      assertThat(BondTest.rejected(selection))
          .containsExactly(
              "extern: udp udp:192.0.2.1:5060: transport udp is not tls",
              "second: tcp tcp:192.0.2.1:5060: transport tcp is not tls");
    }

    @Test
    void refusesInTheNameOfTheBondThatWasAsked() {
      assertThat(select(bonds, "extern", "ws 192.0.2.9 80"))
          .isInstanceOfSatisfying(
              Selection.NoMember.class,
              refusal -> {
                assertThat(refusal.bond().name()).isEqualTo("extern");
                assertThat(refusal.reason())
                    .isEqualTo(
                        "no member of bond extern or its fallback second or its fallback third"
                            + " for ws over ipv4");
                assertThat(refusal.explanation())
                    .endsWith(
                        "; members: udp:192.0.2.1:5060, tcp:192.0.2.1:5060, tls:192.0.2.1:5061");
              });
    }

    @Test
    void fallsBackWhereTheKernelWouldSendFromNoMember() {
      Bond own =
          new Bond(
              "own",
              List.of(Member.of(UDP)),
              new OnNoMatch.Fallback("spare"),
              FamilyOrder.MEMBERS,
              true,
              false);
      Listener second = listener("second", "udp 192.0.2.2 5060");
      assertThat(
              bonds(own, Bond.of("spare", second))
                  .select(
                      "own",
                      destination("udp 192.0.2.9 5060"),
                      Usability.ALL,
                      to -> new SourceAddress.NoRoute("Network is unreachable"),
                      KEY))
          .hasToString("udp:192.0.2.9:5060 by second udp:192.0.2.2:5060 of bond spare");
    }

    @Test
    void endsALoopInARefusal() {
      Bonds loop = bonds(falling("a", "b", UDP), falling("b", "a", TCP));
      assertThat(BondTest.outcome(select(loop, "b", "tls 192.0.2.9 5061")))
          .isEqualTo("no member of bond b or its fallback a for tls over ipv4");
      assertThat(BondTest.outcome(select(loop, "b", "udp 192.0.2.9 5060"))).isEqualTo("udp");
    }

    @Test
    void looksAtAMemberOfSeveralBondsInEach() {
      Bonds shared = bonds(falling("a", "b", UDP), Bond.of("b", UDP));
      assertThat(select(shared, "a", "tls 192.0.2.9 5061"))
          .hasToString(
              "no member of bond a or its fallback b for tls over ipv4; members: udp:192.0.2.1:5060");
    }
  }

  @Test
  void refusesWhatIsUndefinedOrThereTwice() {
    assertThatThrownBy(() -> bonds(falling("a", "c", UDP), Bond.of("b", TCP)))
        .hasMessage("bond c is not defined; allowed: a, b");
    assertThatThrownBy(() -> bonds(Bond.of("a", UDP), Bond.of("a", TCP)))
        .hasMessage("bond a is there twice; allowed: each name once");
    assertThatThrownBy(() -> select(bonds(Bond.of("a", UDP)), "c", "udp 192.0.2.9 5060"))
        .hasMessage("bond c is not defined; allowed: a");
  }

  private static Selection select(Bonds bonds, String bond, String destination) {
    return bonds.select(bond, destination(destination), Usability.ALL, SourceRoutes.NONE, KEY);
  }

  private static Bond falling(String name, String fallback, Listener member) {
    return new Bond(name, List.of(Member.of(member)), new OnNoMatch.Fallback(fallback));
  }
}
