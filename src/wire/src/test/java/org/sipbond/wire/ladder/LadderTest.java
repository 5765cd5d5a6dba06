package org.sipbond.wire.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

class LadderTest {
  private static final InetSocketAddress CALLER = socket("192.0.2.10", 5060);
  private static final InetSocketAddress INGRESS = socket("192.0.2.1", 5060);
  private static final InetSocketAddress EGRESS = socket("2001:db8::1", 5060);
  private static final InetSocketAddress EPHEMERAL = socket("2001:db8::1", 40123);
  private static final InetSocketAddress CALLEE = socket("2001:db8::20", 5070);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<Lane> LANES =
      List.of(
          Lane.of("caller", CALLER),
          Lane.of("ingress listener", INGRESS),
          Lane.everyPortOf("egress member", EGRESS.getAddress()),
          Lane.of("callee", CALLEE));

  @Test
  void drawsABridgedCall() {
    List<WireMessage> messages =
        List.of(
            message(12, Transport.TCP, EPHEMERAL, CALLEE, "INVITE sip:b@example.com SIP/2.0"),
            message(0, Transport.UDP, CALLER, INGRESS, "INVITE sip:b@example.com SIP/2.0"),
            message(1, Transport.UDP, INGRESS, CALLER, "SIP/2.0 100 Trying"),
            message(20, Transport.TCP, CALLEE, EPHEMERAL, "SIP/2.0 180 Ringing"),
            message(22, Transport.UDP, INGRESS, CALLER, "SIP/2.0 180 Ringing"));

    assertThat(new Ladder(LANES, messages))
        .hasToString(
            """
                     caller            ingress listener  egress member     callee
              0.000  |-----INVITE----->|                 |                 |  udp 192.0.2.10:5060 > 192.0.2.1:5060
              0.001  |<--100 Trying----|                 |                 |  udp 192.0.2.1:5060 > 192.0.2.10:5060
              0.012  |                 |                 |-----INVITE----->|  tcp [2001:db8::1]:40123 > [2001:db8::20]:5070
              0.020  |                 |                 |<--180 Ringing---|  tcp [2001:db8::20]:5070 > [2001:db8::1]:40123
              0.022  |<--180 Ringing---|                 |                 |  udp 192.0.2.1:5060 > 192.0.2.10:5060
            """);
  }

  @Test
  void marksRetransmissionsAndGivesStrangersALane() {
    InetSocketAddress stranger = socket("198.51.100.9", 5999);
    List<WireMessage> messages =
        List.of(
            message(0, Transport.UDP, CALLER, stranger, "BYE sip:b@example.com SIP/2.0"),
            message(500, Transport.UDP, CALLER, stranger, "BYE sip:b@example.com SIP/2.0"),
            message(501, Transport.UDP, stranger, stranger, "SIP/2.0 481 Gone"));

    assertThat(new Ladder(List.of(Lane.of("caller", CALLER)), messages))
        .hasToString(
            """
                     caller            198.51.100.9:5999
              0.000  |-------BYE------>|               udp 192.0.2.10:5060 > 198.51.100.9:5999
              0.500  |---BYE, again--->|               udp 192.0.2.10:5060 > 198.51.100.9:5999
              0.501  |                 |<-481 Gone     udp 198.51.100.9:5999 > 198.51.100.9:5999
            """);
  }

  @Test
  void drawsLanesAloneWithoutMessages() {
    assertThat(new Ladder(LANES, List.of()))
        .hasToString("         caller            ingress listener  egress member     callee\n");
  }

  private static WireMessage message(
      long millis,
      Transport transport,
      InetSocketAddress from,
      InetSocketAddress to,
      String startLine) {
    SipText text = new SipText(startLine, List.of(new Header("CSeq", "1 INVITE")), Body.EMPTY);
    return new WireMessage(START.plusMillis(millis), transport, from, to, text);
  }

  private static InetSocketAddress socket(String address, int port) {
    return new InetSocketAddress(IpLiteral.parse(address).orElseThrow(), port);
  }
}
