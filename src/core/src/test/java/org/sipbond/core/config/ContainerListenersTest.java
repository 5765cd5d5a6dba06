package org.sipbond.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipbond.core.bond.Samples.listener;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.ListenerKey;

class ContainerListenersTest {
  private static final Listener UDP = listener("int-udp", "udp 192.0.2.1 5060");
  private static final Listener TLS6 = listener("ext-tls6", "tls 2001:db8::1 5061");

  @Test
  void areThereHoweverTheContainerSpellsThem() {
    ListenerKey spelled = listener("x", "tls 2001:db8:0:0:0:0:0:1 5061").key();
    ListenerKey another = listener("y", "tcp 192.0.2.1 5060").key();
    assertThat(ContainerListeners.missing(List.of(UDP, TLS6), List.of(spelled, another, UDP.key())))
        .isEmpty();
  }

  @Test
  void areNamedWithBothListsWhenTheyAreMissing() {
    assertThat(
            ContainerListeners.missing(
                List.of(UDP, TLS6),
                List.of(UDP.key(), listener("x", "tcp 2001:db8::1 5061").key())))
        .contains(
            "the container does not have ext-tls6 tls:[2001:db8::1]:5061; configured: int-udp"
                + " udp:192.0.2.1:5060, ext-tls6 tls:[2001:db8::1]:5061; container:"
                + " udp:192.0.2.1:5060, tcp:[2001:db8::1]:5061; allowed: listeners that the"
                + " container has a connector for");
    assertThat(ContainerListeners.missing(List.of(UDP), List.of()))
        .get()
        .asString()
        .contains("; container: none;");
  }
}
