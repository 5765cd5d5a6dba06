package org.sipbond.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sipbond.core.bond.Samples.destination;
import static org.sipbond.core.bond.Samples.listener;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/** What holds for every bond, destination and state of the members. */
class SelectionPropertyTest {
  private static final String SEED = "20261121";

  /**
   * A bond, and which of its members are down.
   *
   * @param kernelHost the last part of the address that the kernel would send from; 0 for no route
   */
  record Situation(Bond bond, Set<Listener> down, int kernelHost) {
    Usability usability() {
      return listener -> down.contains(listener) ? Verdict.unusable("down") : Verdict.USABLE;
    }

    SourceRoutes routes() {
      return destination ->
          kernelHost == 0
              ? new SourceAddress.NoRoute("Network is unreachable")
              : new SourceAddress.From(kernelAddress(destination));
    }

    InetAddress kernelAddress(Destination destination) {
      String network = destination.family() == AddressFamily.IPV4 ? "192.0.2." : "2001:db8::";
      return IpLiteral.parse(network + kernelHost).orElseThrow();
    }

    boolean kernelTakes(Listener listener, Destination destination) {
      return !bond.autoRoute()
          || (kernelHost != 0 && kernelAddress(destination).equals(listener.address()));
    }

    Situation without(Listener gone) {
      Set<Listener> more = new HashSet<>(down);
      more.add(gone);
      return new Situation(bond, more, kernelHost);
    }
  }

  @Property(seed = SEED)
  void neverAnotherTransportNorFamilyNorAMemberThatIsDown(
      @ForAll("situations") Situation situation,
      @ForAll("destinations") Destination destination,
      @ForAll @AlphaChars @StringLength(max = 8) String key) {
    situation
        .bond()
        .select(destination, situation.usability(), situation.routes(), key)
        .fold(
            chosen -> {
              assertThat(chosen.listener().transport()).isEqualTo(destination.transport());
              assertThat(chosen.listener().family()).isEqualTo(destination.family());
              assertThat(situation.down()).doesNotContain(chosen.listener());
              assertThat(situation.bond().has(chosen.listener())).isTrue();
              return chosen;
            },
            noMember -> noMember);
  }

  @Property(seed = SEED)
  void withAutoRouteTheMemberHasTheAddressOfTheKernel(
      @ForAll("situations") Situation situation,
      @ForAll("destinations") Destination destination,
      @ForAll @AlphaChars @StringLength(max = 8) String key) {
    Assume.that(situation.bond().autoRoute());
    situation
        .bond()
        .select(destination, situation.usability(), situation.routes(), key)
        .fold(
            chosen -> {
              assertThat(chosen.listener().address())
                  .isEqualTo(situation.kernelAddress(destination));
              assertThat(situation.bond().has(chosen.listener())).isTrue();
              return chosen;
            },
            noMember -> noMember);
  }

  @Property(seed = SEED)
  void asksTheKernelAtMostOnceAndOnlyForABondThatWantsIt(
      @ForAll("situations") Situation situation, @ForAll("destinations") Destination destination) {
    List<Destination> asked = new ArrayList<>();
    SourceRoutes recording =
        to -> {
          asked.add(to);
          return situation.routes().to(to);
        };
    situation.bond().select(destination, situation.usability(), recording, "key");
    boolean wanted =
        situation.bond().autoRoute()
            && situation.bond().capabilities().contains(Capability.neededBy(destination));
    assertThat(asked).isEqualTo(wanted ? List.of(destination) : List.of());
  }

  @Property(seed = SEED)
  void refusesOnlyWhenNoMemberCouldSend(
      @ForAll("situations") Situation situation, @ForAll("destinations") Destination destination) {
    boolean somebodyCould =
        situation.bond().members().stream()
            .map(Member::listener)
            .filter(listener -> !situation.down().contains(listener))
            .filter(listener -> situation.kernelTakes(listener, destination))
            .anyMatch(listener -> listener.capability().equals(Capability.neededBy(destination)));
    assertThat(
            situation
                .bond()
                .select(destination, situation.usability(), situation.routes(), "key")
                .<Boolean>fold(chosen -> true, noMember -> false))
        .isEqualTo(somebodyCould);
  }

  @Property(seed = SEED)
  void neverALaterPriorityThanAnyCandidate(
      @ForAll("situations") Situation situation,
      @ForAll("destinations") Destination destination,
      @ForAll @AlphaChars @StringLength(max = 8) String key) {
    assertThat(
            situation
                .bond()
                .candidates(destination, situation.usability(), situation.routes(), key))
        .extracting(Member::priority)
        .isSorted();
  }

  @Property(seed = SEED)
  void accountsForEveryMemberOnce(
      @ForAll("situations") Situation situation, @ForAll("destinations") Destination destination) {
    List<Listener> seen = new ArrayList<>();
    List<Rejection> rejected =
        situation
            .bond()
            .select(destination, situation.usability(), situation.routes(), "key")
            .fold(
                chosen -> {
                  seen.add(chosen.listener());
                  return chosen.rejected();
                },
                Selection.NoMember::rejected);
    rejected.forEach(rejection -> seen.add(rejection.listener()));
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            situation.bond().members().stream().map(Member::listener).toList());
  }

  @Property(seed = SEED)
  void theSameKeyGetsTheSameMemberInWhateverOrderTheyAreDeclared(
      @ForAll("situations") Situation situation,
      @ForAll("destinations") Destination destination,
      @ForAll @AlphaChars @StringLength(max = 8) String key) {
    List<Member> turned = new ArrayList<>(situation.bond().members());
    Collections.reverse(turned);
    Bond reversed = bond(turned, situation.bond().autoRoute());
    assertThat(reversed.candidates(destination, situation.usability(), situation.routes(), key))
        .isEqualTo(
            situation
                .bond()
                .candidates(destination, situation.usability(), situation.routes(), key));
  }

  @Property(seed = SEED)
  void aMemberThatGoesMovesOnlyItsOwnKeys(
      @ForAll("situations") Situation situation,
      @ForAll("destinations") Destination destination,
      @ForAll @AlphaChars @StringLength(max = 8) String key) {
    List<Member> before =
        situation.bond().candidates(destination, situation.usability(), situation.routes(), key);
    for (Member gone : before) {
      Situation after = situation.without(gone.listener());
      List<Member> expected = before.stream().filter(member -> !member.equals(gone)).toList();
      assertThat(situation.bond().candidates(destination, after.usability(), after.routes(), key))
          .isEqualTo(expected);
    }
  }

  @Property(seed = SEED, tries = 20)
  void eachMemberGetsItsShareOfTheKeys(@ForAll("weights") List<Integer> weights) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      members.add(
          new Member(listener("m" + i, "udp 192.0.2." + (i + 1) + " 5060"), 0, weights.get(i)));
    }
    Bond bond = new Bond("extern", members, new OnNoMatch.Reject());
    Map<Member, Integer> taken = new LinkedHashMap<>();
    int keys = 10_000;
    Destination destination = destination("udp 192.0.2.99 5060");
    for (int i = 0; i < keys; i++) {
      Member first =
          bond.candidates(destination, Usability.ALL, SourceRoutes.NONE, "call-" + i).get(0);
      taken.merge(first, 1, Integer::sum);
    }
    double total = weights.stream().mapToInt(Integer::intValue).sum();
    for (Member member : members) {
      assertThat(taken.getOrDefault(member, 0) / (double) keys)
          .as(member + " of " + weights)
          .isCloseTo(member.weight() / total, within(0.02));
    }
  }

  @Example
  void theShareOfAKeyIsTheSameInEveryRelease() {
    Bond bond =
        Bond.of(
            "extern",
            listener("a", "udp 192.0.2.1 5060"),
            listener("b", "udp 192.0.2.2 5060"),
            listener("c", "udp 192.0.2.3 5060"));
    StringBuilder order = new StringBuilder();
    for (int i = 0; i < 24; i++) {
      order.append(
          bond.candidates(
                  destination("udp 192.0.2.9 5060"), Usability.ALL, SourceRoutes.NONE, "call-" + i)
              .get(0)
              .listener()
              .name());
    }
    assertThat(order).hasToString("aaaabccbcaaccabbacbbacbc");
  }

  @Provide
  Arbitrary<Situation> situations() {
    Arbitrary<Member> member =
        Combinators.combine(
                listeners(),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(1, 9))
            .as(Member::new);
    Arbitrary<List<Member>> members =
        member.list().ofMinSize(1).ofMaxSize(8).uniqueElements(Member::listener);
    Arbitrary<Integer> kernelHost = Arbitraries.integers().between(0, 4);
    return Combinators.combine(members, Arbitraries.of(true, false))
        .as(SelectionPropertyTest::bond)
        .flatMap(
            bond ->
                Combinators.combine(
                        Arbitraries.subsetOf(
                            bond.members().stream().map(Member::listener).toList()),
                        kernelHost)
                    .as((down, host) -> new Situation(bond, down, host)));
  }

  @Provide
  Arbitrary<Destination> destinations() {
    return sockets(90).map(Samples::destination);
  }

  @Provide
  Arbitrary<List<Integer>> weights() {
    return Arbitraries.integers().between(1, 10).list().ofMinSize(2).ofMaxSize(5);
  }

  private static Bond bond(List<Member> members, boolean autoRoute) {
    return new Bond(
        "extern", members, new OnNoMatch.Reject(), FamilyOrder.MEMBERS, autoRoute, false);
  }

  private static Arbitrary<Listener> listeners() {
    return sockets(1).map(socket -> listener(socket.replace(' ', '-'), socket));
  }

  /** Few addresses, so that several members fit and ties are common. */
  private static Arbitrary<String> sockets(int firstHost) {
    return Combinators.combine(
            Arbitraries.of(Transport.UDP, Transport.TCP, Transport.TLS),
            Arbitraries.of("192.0.2.", "2001:db8::"),
            Arbitraries.integers().between(firstHost, firstHost + 2))
        .as((transport, network, host) -> transport + " " + network + host + " 5060");
  }
}
