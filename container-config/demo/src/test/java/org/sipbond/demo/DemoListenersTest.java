package org.sipbond.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.AddressFamily;

class DemoListenersTest {

  @Test
  void hasBothFamiliesAndTransports() {
    DemoListeners listeners = DemoListeners.choose(listener -> Optional.empty());

    assertThat(notations(listeners.intern()))
        .containsExactly("udp:127.0.1.1:5060", "tcp:127.0.1.1:5060", "udp:[::1]:5060");
    assertThat(notations(listeners.extern()))
        .containsExactly("udp:127.0.2.1:5060", "tcp:127.0.2.1:5060", "udp:[::1]:5070");
    assertThat(listeners.remarks()).isEmpty();
  }

  @Test
  void takesAnotherPortAndSaysSo() {
    DemoListeners listeners =
        DemoListeners.choose(
            listener ->
                listener.notation().equals("udp:127.0.1.1:5060")
                    ? Optional.of("udp:127.0.1.1:5060: port is taken")
                    : Optional.empty());

    assertThat(notations(listeners.intern())).startsWith("udp:127.0.1.1:5080");
    assertThat(listeners.remarks())
        .containsExactly("udp:127.0.1.1:5060: port is taken; using udp:127.0.1.1:5080");
  }

  @Test
  void goesOnWithoutIpv6() {
    DemoListeners listeners =
        DemoListeners.choose(
            listener ->
                listener.family() == AddressFamily.IPV6
                    ? Optional.of(listener.notation() + ": no such address")
                    : Optional.empty());

    assertThat(notations(listeners.all())).noneMatch(notation -> notation.contains("::1"));
    assertThat(listeners.remarks())
        .containsExactly(
            "udp:[::1]:5060: no such address; going on without it",
            "udp:[::1]:5070: no such address; going on without it");
  }

  @Test
  void sharesTheOnlyLoopbackAddressThatAMachineHas() {
    DemoListeners listeners =
        DemoListeners.choose(
            listener ->
                listener.address().getHostAddress().equals("127.0.0.1")
                    ? Optional.empty()
                    : Optional.of("absent"));

    assertThat(notations(listeners.intern()))
        .containsExactly("udp:127.0.0.1:5080", "tcp:127.0.0.1:5080");
    assertThat(notations(listeners.extern()))
        .containsExactly("udp:127.0.0.1:5100", "tcp:127.0.0.1:5100");
  }

  private static List<String> notations(List<Listener> listeners) {
    return listeners.stream().map(Listener::notation).toList();
  }
}
