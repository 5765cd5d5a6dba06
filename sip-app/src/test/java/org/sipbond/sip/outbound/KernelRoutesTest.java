package org.sipbond.sip.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.bond.SourceAddress;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.time.SteppedClock;

class KernelRoutesTest {
  private static final Destination PEER = destination("192.0.2.9", 5060);
  private static final MachineAddresses.Interface LAN = lan(2, "192.0.2.1", "2001:db8::1");

  private final SteppedClock clock = new SteppedClock();
  private final List<Destination> asked = new ArrayList<>();
  private final List<MachineAddresses.Interface> interfaces = new ArrayList<>(List.of(LAN));
  private String source = "192.0.2.1";
  private int looks;

  private final KernelRoutes routes =
      new KernelRoutes(
          destination -> {
            asked.add(destination);
            return new SourceAddress.From(IpLiteral.parse(source).orElseThrow());
          },
          () -> {
            looks++;
            return new MachineAddresses(interfaces);
          },
          clock);

  @Test
  void remembersAnAnswerForFiveSeconds() {
    assertThat(routes.to(PEER)).hasToString("the kernel would send from 192.0.2.1");
    source = "192.0.2.2";
    clock.step(Duration.ofMillis(4_999));
    assertThat(routes.to(PEER)).hasToString("the kernel would send from 192.0.2.1");
    clock.step(Duration.ofMillis(1));
    assertThat(routes.to(PEER)).hasToString("the kernel would send from 192.0.2.2");
    assertThat(asked).containsExactly(PEER, PEER);
  }

  @Test
  void asksForEachPortBecauseTheKernelMayRouteByIt() {
    Destination other = destination("192.0.2.9", 5080);
    routes.to(PEER);
    routes.to(other);
    routes.to(new Destination(Transport.TCP, PEER.address(), PEER.port(), "pbx.example.com"));
    assertThat(asked).containsExactly(PEER, other);
  }

  @Test
  void looksAtTheMachineOnceASecondAtMost() {
    for (int i = 0; i < 20; i++) {
      routes.to(PEER);
      clock.step(Duration.ofMillis(100));
    }
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void doesNotLookAtTheMachineUntilItIsAsked() {
    clock.step(Duration.ofHours(1));
    assertThat(looks).isZero();
  }

  @Test
  void asksAnewWhenTheClockWasSetBack() {
    routes.to(PEER);
    clock.step(Duration.ofHours(-1));
    source = "192.0.2.2";
    assertThat(routes.to(PEER)).hasToString("the kernel would send from 192.0.2.2");
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void keepsABoundedNumberOfAnswers() {
    for (int port = 1; port <= 10_000; port++) {
      routes.to(destination("192.0.2.9", port));
    }
    asked.clear();
    for (int port = 1; port <= 10_000; port++) {
      routes.to(destination("192.0.2.9", port));
    }
    assertThat(asked).hasSizeGreaterThan(10_000 - 4_097);
  }

  @Nested
  class WhenTheMachineChanges {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "an address goes,         2, 192.0.2.1,               ",
      "an address comes,        2, 192.0.2.1 2001:db8::1 192.0.2.2,",
      "the interface was anew,  7, 192.0.2.1 2001:db8::1,   ",
      "the interface goes,      0, ,                        ",
    })
    void forgetsAll(String what, int index, String addresses, String ignored) {
      routes.to(PEER);
      routes.to(destination("192.0.2.10", 5060));
      interfaces.clear();
      if (index > 0) {
        interfaces.add(lan(index, addresses.split(" ")));
      }
      source = "192.0.2.2";

      clock.step(Duration.ofMillis(999));
      assertThat(routes.to(PEER)).hasToString("the kernel would send from 192.0.2.1");
      clock.step(Duration.ofMillis(1));
      assertThat(routes.to(PEER)).hasToString("the kernel would send from 192.0.2.2");
      assertThat(routes.to(destination("192.0.2.10", 5060)))
          .hasToString("the kernel would send from 192.0.2.2");
    }

    @Test
    void forgetsAtEachLookWhileTheMachineDoesNotSay() {
      interfaces.clear();
      routes.to(PEER);
      clock.step(Duration.ofSeconds(1));
      routes.to(PEER);
      assertThat(asked).containsExactly(PEER, PEER);
    }
  }

  @Test
  void seesTheAddressesOfThisMachine() {
    assertThat(MachineAddresses.now().interfaces())
        .flatExtracting(MachineAddresses.Interface::addresses)
        .contains(IpLiteral.parse("127.0.0.1").orElseThrow());
    assertThat(MachineAddresses.now().isStill(MachineAddresses.now())).isTrue();
  }

  private static Destination destination(String address, int port) {
    return Destination.of(Transport.UDP, IpLiteral.parse(address).orElseThrow(), port);
  }

  private static MachineAddresses.Interface lan(int index, String... addresses) {
    return new MachineAddresses.Interface(
        "eth0",
        index,
        List.of(addresses).stream().map(text -> IpLiteral.parse(text).orElseThrow()).toList());
  }
}
