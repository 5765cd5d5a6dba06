package org.sipbond.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sipbond.core.bond.Samples.destination;
import static org.sipbond.core.bond.Samples.listener;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

class BondTest {
  private static final Listener UDP = listener("ext-udp", "udp 192.0.2.1 5060");
  private static final Listener TCP = listener("ext-tcp", "tcp 192.0.2.1 5060");
  private static final Listener UDP6 = listener("ext-udp6", "udp 2001:db8::1 5060");
  private static final Listener TLS6 = listener("ext-tls6", "tls 2001:db8::1 5061");
  private static final Bond EXTERN = Bond.of("extern", UDP, TCP, UDP6, TLS6);
  private static final String KEY = "a84b4c76e66710@192.0.2.1";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "udp 192.0.2.9 5060,    ext-udp",
    "tcp 192.0.2.9 5060,    ext-tcp",
    "tcp 192.0.2.9 5080,    ext-tcp",
    "udp 2001:db8::9 5060,  ext-udp6",
    "tls 2001:db8::9 5061,  ext-tls6",
    "tls 192.0.2.9 5061,    no member of bond extern for tls over ipv4",
    "tcp 2001:db8::9 5060,  no member of bond extern for tcp over ipv6",
    "ws 192.0.2.9 80,       no member of bond extern for ws over ipv4",
    "wss 2001:db8::9 443,   no member of bond extern for wss over ipv6",
  })
  void choosesByTransportAndFamily(String destination, String outcome) {
    assertThat(
            outcome(EXTERN.select(destination(destination), Usability.ALL, SourceRoutes.NONE, KEY)))
        .isEqualTo(outcome);
  }

  @Test
  void statesItsCapabilitiesInDeclaredOrder() {
    assertThat(Bond.of("b", TLS6, UDP, listener("again", "udp 192.0.2.2 5060")).capabilities())
        .containsExactly(
            new Capability(Transport.TLS, AddressFamily.IPV6),
            new Capability(Transport.UDP, AddressFamily.IPV4));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "members,    'tls over ipv6, udp over ipv4, tls over ipv4, udp over ipv6'",
    "ipv4-first, 'tls over ipv4, tls over ipv6, udp over ipv4, udp over ipv6'",
    "ipv6-first, 'tls over ipv6, tls over ipv4, udp over ipv6, udp over ipv4'",
  })
  void putsTheFamiliesOfEachTransportInItsOrder(String order, String capabilities) {
    Bond bond =
        new Bond(
            "extern",
            Stream.of(TLS6, UDP, listener("ext-tls", "tls 192.0.2.1 5061"), UDP6)
                .map(Member::of)
                .toList(),
            new OnNoMatch.Reject(),
            FamilyOrder.named(order).orElseThrow(),
            false,
            false);
    assertThat(bond.capabilities().stream().map(Capability::toString))
        .isEqualTo(List.of(capabilities.split(", ")));
  }

  @Test
  void hasItsMembersAndNoOther() {
    assertThat(EXTERN.has(TLS6)).isTrue();
    assertThat(EXTERN.has(listener("int", "udp 192.0.2.7 5060"))).isFalse();
  }

  @Test
  void explainsARefusalWithEveryMember() {
    assertThat(
            Bond.of("external", UDP, TCP)
                .select(destination("tls 2001:db8::9 5061"), Usability.ALL, SourceRoutes.NONE, KEY))
        .hasToString(
            "no member of bond external for tls over ipv6; members: udp:192.0.2.1:5060, tcp:192.0.2.1:5060");
  }

  @Test
  void saysWhyEachOtherMemberWasRejected() {
    Listener second = listener("second", "tls 2001:db8::2 5061");
    Bond bond =
        new Bond(
            "extern",
            List.of(
                Member.of(UDP), Member.of(UDP6), new Member(second, 2, 1), new Member(TLS6, 1, 1)),
            new OnNoMatch.Reject());
    Selection selection =
        bond.select(destination("tls 2001:db8::9 5061"), Usability.ALL, SourceRoutes.NONE, KEY);
    assertThat(selection)
        .hasToString("tls:[2001:db8::9]:5061 by ext-tls6 tls:[2001:db8::1]:5061 of bond extern");
    assertThat(rejected(selection))
        .containsExactly(
            "extern: ext-udp udp:192.0.2.1:5060: transport udp is not tls",
            "extern: ext-udp6 udp:[2001:db8::1]:5060: transport udp is not tls",
            "extern: second tls:[2001:db8::2]:5061: priority 2 after 1");
    assertThat(
            rejected(
                EXTERN.select(
                    destination("udp 2001:db8::9 5060"), Usability.ALL, SourceRoutes.NONE, KEY)))
        .contains("extern: ext-udp udp:192.0.2.1:5060: family ipv4 is not ipv6");
  }

  @Nested
  class WhenAMemberIsNotUsable {
    private final Usability drained =
        listener -> listener.equals(UDP) ? Verdict.unusable("drained") : Verdict.USABLE;

    @Test
    void takesTheNextThatCanSend() {
      Listener spare = listener("spare", "udp 192.0.2.2 5060");
      Bond bond =
          new Bond(
              "extern", List.of(Member.of(UDP), new Member(spare, 5, 1)), new OnNoMatch.Reject());
      Selection selection =
          bond.select(destination("udp 192.0.2.9 5060"), drained, SourceRoutes.NONE, KEY);
      assertThat(outcome(selection)).isEqualTo("spare");
      assertThat(rejected(selection))
          .containsExactly("extern: ext-udp udp:192.0.2.1:5060: drained");
    }

    @Test
    void refusesAndSaysWhichOneWouldHaveFitted() {
      assertThat(
              outcome(
                  EXTERN.select(
                      destination("udp 192.0.2.9 5060"), drained, SourceRoutes.NONE, KEY)))
          .isEqualTo("no usable member of bond extern for udp over ipv4");
    }
  }

  @Nested
  class WithAutoRoute {
    private static final Listener SECOND = listener("second", "udp 192.0.2.2 5060");
    private final Bond bond =
        new Bond(
            "extern",
            Stream.of(UDP, SECOND, TCP, UDP6).map(Member::of).toList(),
            new OnNoMatch.Reject(),
            FamilyOrder.MEMBERS,
            true,
            false);

    @ParameterizedTest(name = "from {0}")
    @CsvSource({"192.0.2.1, ext-udp, second", "192.0.2.2, second, ext-udp"})
    void takesTheMemberThatTheKernelWouldSendFrom(String source, String taken, String other) {
      Selection selection = select("udp 192.0.2.9 5060", from(source), Usability.ALL);
      assertThat(outcome(selection)).isEqualTo(taken);
      assertThat(rejected(selection))
          .filteredOn(line -> line.startsWith("extern: " + other + " "))
          .singleElement()
          .asString()
          .endsWith(": the kernel would send from " + source);
    }

    @Test
    void refusesAndNamesTheAddressOfTheKernelToTheOperatorOnly() {
      assertThat(select("udp 192.0.2.9 5060", from("192.0.2.4"), Usability.ALL))
          .isInstanceOfSatisfying(
              Selection.NoMember.class,
              none -> {
                assertThat(none.reason())
                    .isEqualTo("no member of bond extern for udp over ipv4 by auto-route");
                assertThat(none.explanation())
                    .isEqualTo(
                        "no member of bond extern for udp over ipv4 by auto-route; the kernel would"
                            + " send from 192.0.2.4; members: udp:192.0.2.1:5060,"
                            + " udp:192.0.2.2:5060, tcp:192.0.2.1:5060, udp:[2001:db8::1]:5060");
              });
    }

    @Test
    void refusesWithoutARoute() {
      assertThat(
              select(
                  "udp 2001:db8::9 5060",
                  to -> new SourceAddress.NoRoute("Network is unreachable"),
                  Usability.ALL))
          .asString()
          .startsWith(
              "no member of bond extern for udp over ipv6 by auto-route;"
                  + " the kernel has no route: Network is unreachable; members: ");
    }

    @Test
    void refusesWhereNobodyAsksTheKernel() {
      assertThat(select("udp 192.0.2.9 5060", SourceRoutes.NONE, Usability.ALL))
          .asString()
          .contains("by auto-route; the kernel has no route: nobody asks it; members: ");
    }

    @Test
    void doesNotGoRoundAMemberThatIsDrained() {
      Usability drained =
          listener -> listener.equals(SECOND) ? Verdict.unusable("drained") : Verdict.USABLE;
      assertThat(outcome(select("udp 192.0.2.9 5060", from("192.0.2.2"), drained)))
          .isEqualTo("no usable member of bond extern for udp over ipv4");
    }

    @Test
    void saysOnlyWhatIsMissingWhereNoMemberFitsAnyway() {
      assertThat(select("tls 192.0.2.9 5061", from("192.0.2.2"), Usability.ALL))
          .asString()
          .startsWith("no member of bond extern for tls over ipv4; members: ");
    }

    @Test
    void takesAnAddressWithAZoneForTheListenersOwn() throws UnknownHostException {
      Listener link = listener("link", "udp fe80::1 5060");
      Bond local =
          new Bond(
              "local",
              List.of(Member.of(link)),
              new OnNoMatch.Reject(),
              FamilyOrder.MEMBERS,
              true,
              false);
      InetAddress zoned = Inet6Address.getByAddress("", link.address().getAddress(), 7);
      assertThat(
              local.select(
                  destination("udp fe80::9 5060"),
                  Usability.ALL,
                  to -> new SourceAddress.From(zoned),
                  KEY))
          .hasToString("udp:[fe80::9]:5060 by link udp:[fe80::1]:5060 of bond local");
      assertThat(new SourceAddress.From(zoned)).hasToString("the kernel would send from fe80::1");
    }

    private Selection select(String destination, SourceRoutes routes, Usability usable) {
      return bond.select(destination(destination), usable, routes, KEY);
    }

    private static SourceRoutes from(String address) {
      return to -> new SourceAddress.From(IpLiteral.parse(address).orElseThrow());
    }
  }

  @Test
  void refusesTheWildcardAsASource() {
    assertThatThrownBy(() -> new SourceAddress.From(IpLiteral.parse("0.0.0.0").orElseThrow()))
        .hasMessage("source address is 0.0.0.0; allowed: one address");
  }

  @Test
  void tellsWhereTheKeyFell() {
    Listener twin = listener("twin", "udp 192.0.2.2 5060");
    Bond bond = Bond.of("extern", UDP, twin);
    Selection selection =
        bond.select(destination("udp 192.0.2.9 5060"), Usability.ALL, SourceRoutes.NONE, KEY);
    String chosen = outcome(selection);
    assertThat(rejected(selection)).singleElement().asString().endsWith("key falls to " + chosen);
    assertThat(
            bond.candidates(
                destination("udp 192.0.2.9 5060"), Usability.ALL, SourceRoutes.NONE, KEY))
        .extracting(member -> member.listener().name())
        .containsExactlyInAnyOrder("ext-udp", "twin")
        .startsWith(chosen);
  }

  @Test
  void refusesToBeEmptyOrToHaveAListenerTwice() {
    assertThatThrownBy(() -> Bond.of("extern"))
        .hasMessage("bond extern is empty; allowed: at least one member");
    assertThatThrownBy(() -> Bond.of("extern", UDP, listener("other", "udp 192.0.2.1 5060")))
        .hasMessage("bond extern has a listener twice; allowed: each listener once");
  }

  static String outcome(Selection selection) {
    return selection.fold(chosen -> chosen.listener().name(), Selection.NoMember::reason);
  }

  static List<String> rejected(Selection selection) {
    return selection.fold(Selection.Chosen::rejected, Selection.NoMember::rejected).stream()
        .map(Rejection::toString)
        .toList();
  }
}
