package org.sipbond.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sipbond.core.bond.Samples.listener;

import org.junit.jupiter.api.Test;
import org.sipbond.core.net.HostPort;

class ListenerTest {

  @Test
  void isSeenAsWhatItIsUnlessItAdvertisesAnother() {
    Listener plain = listener("ext-tls6", "tls 2001:db8::1 5061");
    assertThat(plain.isAdvertised()).isFalse();
    assertThat(plain.advertised()).hasToString("[2001:db8::1]:5061");
    assertThat(plain).hasToString("ext-tls6 tls:[2001:db8::1]:5061");

    Listener behindNat =
        new Listener(
            "ext-udp",
            plain.transport(),
            plain.address(),
            plain.port(),
            new HostPort("198.51.100.7", 5060));
    assertThat(behindNat.isAdvertised()).isTrue();
    assertThat(behindNat)
        .hasToString("ext-udp tls:[2001:db8::1]:5061 advertised as 198.51.100.7:5060");
    assertThat(behindNat.key()).isEqualTo(plain.key());
  }

  @Test
  void isOnOneAddressOfThisMachine() {
    assertThatThrownBy(() -> listener("any", "udp 0.0.0.0 5060"))
        .hasMessage("listener any is on 0.0.0.0:5060; allowed: one address");
    assertThatThrownBy(() -> listener("any6", "udp :: 5060"))
        .hasMessage("listener any6 is on [::]:5060; allowed: one address");
    assertThatThrownBy(() -> listener("group", "udp 224.0.1.75 5060"))
        .hasMessage("listener group is on 224.0.1.75:5060; allowed: one address");
    assertThatThrownBy(() -> listener("port", "udp 192.0.2.1 0"))
        .hasMessage("port is 0; allowed: 1 to 65535");
  }

  @Test
  void checksPriorityAndWeight() {
    Listener listener = listener("a", "udp 192.0.2.1 5060");
    assertThatThrownBy(() -> new Member(listener, -1, 1))
        .hasMessage("priority is -1; allowed: 0 to 65535");
    assertThatThrownBy(() -> new Member(listener, 0, 0))
        .hasMessage("weight is 0; allowed: 1 to 65535");
  }
}
