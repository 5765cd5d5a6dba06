package org.sipbond.testkit.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.Body;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.ladder.Lane;

class LadderOnFailureTest {
  @Test
  void printsTheLadderOfEverySource() {
    InetSocketAddress one = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);
    InetSocketAddress two = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5062);
    SipText bye = new SipText("BYE sip:b@example.com SIP/2.0", List.of(), Body.EMPTY);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LadderOnFailure ladder = new LadderOnFailure(new PrintStream(printed, true, UTF_8));
    ladder.lanes(Lane.of("one", one), Lane.of("two", two));
    ladder.of(() -> List.of(new WireMessage(Instant.EPOCH, Transport.UDP, one, two, bye)));
    ladder.of(List::of);
    ladder.print("callsAcross()");

    assertThat(printed.toString(UTF_8).lines())
        .containsExactly(
            "callsAcross() failed; what was on the wire:",
            "         one               two",
            "  0.000  |-------BYE------>|  udp 127.0.0.1:5060 > 127.0.0.1:5062");
  }
}
