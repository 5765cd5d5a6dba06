package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.OutgoingCall;

/** The only DNS server takes questions and never answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilentDnsIT {
  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final DatagramSocket dns = new DatagramSocket(grid.free(Medium.UDP4, 54));
  private final Server server;

  SilentDnsIT(@TempDir Path base) throws IOException, ContainerException {
    grid.hop("named", "sip:pbx.example.com")
        .with(
            "dns { servers = [\"127.0.60.54:%d\"], timeout = 1s, rounds = 2 }"
                .formatted(dns.getLocalPort()));
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    try (dns) {
      server.closeWhenIdle();
    }
  }

  @Test
  void answersACancelledCallAtOnceAndSendsNothing() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      OutgoingCall call = peers.call("named-1");
      call.awaitStatus(100, Peers.LIMIT);
      call.cancel().awaitStatus(200, Peers.LIMIT);
      call.awaitStatus(487, Peers.LIMIT);
      assertThat(peers.violationsOfRefusal()).isEmpty();
    }
  }

  @Test
  void saysThatDnsDidNotAnswerInTime() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      OutgoingCall call = peers.call("named-1");
      SipText refusal = call.awaitStatus(504, Peers.LIMIT);
      assertThat(refusal.header("Reason"))
          .contains("SIP;cause=504;text=\"no answer from DNS in time\"");
      assertThat(Server.application().explainCall(call.callId()))
          .contains("NAPTR pbx.example.com: timeout");
      assertThat(peers.violationsOfRefusal()).isEmpty();
    }
  }

  @Test
  void bridgesOtherCallsMeanwhile() throws IOException {
    try (Peers waiting = Peers.open(server, grid, Medium.TCP4, Medium.TCP4, ladder);
        Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      OutgoingCall held = waiting.call("named-1");
      held.awaitStatus(100, Peers.LIMIT);
      peers.establish().outgoing().bye().awaitStatus(200, Peers.LIMIT);
      assertThat(waiting.caller().messages())
          .extracting(message -> message.text().summary())
          .doesNotContain("504 Server Time-out");
      held.awaitStatus(504, Peers.LIMIT);
    }
  }
}
