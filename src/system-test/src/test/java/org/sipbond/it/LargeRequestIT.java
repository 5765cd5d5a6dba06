package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.SipText;

/** A request that is too large for UDP goes by TCP where it can. See RFC 3261 §18.1.1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeRequestIT {
  private static final String FILLER = "X-Filler: " + "0123456789".repeat(120);
  private static final Pattern BYTES = Pattern.compile("; (\\d+) bytes, (.*)");

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final InetSocketAddress plain = grid.free(Medium.UDP4, 21);
  private final InetSocketAddress deaf = grid.free(Medium.UDP4, 22);
  private final Server server;
  private int calls;

  LargeRequestIT(@TempDir Path base) throws IOException, ContainerException {
    grid.hop("plain", uri(plain));
    grid.hop("deaf", uri(deaf));
    grid.hop("named", uri(plain) + ";transport=udp");
    server = Server.start(base, grid.document());
  }

  @Test
  void goesByTcpToAnAddressThatNamesNoTransport() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, 11));
        RawStream callee = RawStream.listen(plain)) {
      ladder.of(caller::messages);
      long before = count("tcp");
      RawCall call = call(caller, caller);
      call.sendInvite("plain-1", "Max-Forwards: 70\n" + FILLER);
      SipText invite = callee.await("INVITE");
      assertThat(invite.topVia().orElseThrow().transport()).isEqualTo(Transport.TCP);
      assertThat(invite.header("X-Filler")).isPresent();
      callee.respond(invite, "486 Busy Here", "", new byte[0]);
      call.acknowledgeRefusal(caller.await("486 Busy Here"));
      assertThat(remark(invite)).isEqualTo("too many for udp");
      assertThat(count("tcp")).isEqualTo(before + 1);
    }
  }

  @Test
  void goesByUdpWhereNobodyListensOnTcp() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, 11));
        RawPeer callee = RawPeer.open(deaf)) {
      ladder.of(caller::messages);
      ladder.of(callee::messages);
      long before = count("udp");
      RawCall call = call(caller, callee);
      SipText invite = call.invite("deaf-1", FILLER);
      call.refuse("486 Busy Here", "");
      assertThat(remark(invite)).isEqualTo("though by udp for want of anything else");
      assertThat(Server.application().explainCall("caller-call-large" + calls))
          .contains("tcp:127.0.60.22:" + deaf.getPort() + " by ext-tcp4")
          .contains("connect-failed; ");
      assertThat(count("udp")).isEqualTo(before + 1);
    }
  }

  @Test
  void goesByUdpWhereTheNextHopSaysSo() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, 11));
        RawPeer callee = RawPeer.open(plain)) {
      RawCall call = call(caller, callee);
      SipText invite = call.invite("named-1", FILLER);
      call.refuse("486 Busy Here", "");
      assertThat(remark(invite)).isEqualTo("though by udp for want of anything else");
    }
  }

  @Test
  void isOneThatIsTooLarge() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, 11));
        RawPeer callee = RawPeer.open(plain)) {
      RawCall call = call(caller, callee);
      call.invite("plain-1", "");
      call.refuse("486 Busy Here", "");
      assertThat(Server.application().explainCall("caller-call-large" + calls))
          .doesNotContain("bytes");
    }
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private RawCall call(RawPeer caller, RawPeer callee) {
    calls++;
    return new RawCall("large" + calls, caller, callee, server.socket("int-udp4"));
  }

  /**
   * What the explanation says of the last attempt; its number is that of the wire, or a bit more.
   */
  private String remark(SipText sent) {
    Matcher said = BYTES.matcher(Server.application().explainCall("caller-call-large" + calls));
    assertThat(said.find()).isTrue();
    assertThat(Integer.parseInt(said.group(1)))
        .isBetween(sent.bytes().length, sent.bytes().length + 100);
    String remark = said.group(2);
    while (said.find()) {
      remark = said.group(2);
    }
    return remark;
  }

  private static long count(String transport) {
    return Server.application()
        .getCounters()
        .getOrDefault("sipbond_large_requests_total{transport=\"" + transport + "\"}", 0L);
  }

  private static String uri(InetSocketAddress socket) {
    return "sip:" + socket.getAddress().getHostAddress() + ":" + socket.getPort();
  }
}
