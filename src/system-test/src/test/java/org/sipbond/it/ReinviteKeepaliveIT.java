package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.container.ContainerException;
import org.sipbond.core.b2bua.Party;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.Call;
import org.sipbond.wire.agent.Held;

/** Peers that are asked by re-INVITE whether they are there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReinviteKeepaliveIT {
  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid =
      new Grid().with("calls { keepalive = reinvite, keepalive-interval = 1s }");
  private final Server server;

  ReinviteKeepaliveIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  @ParameterizedTest
  @EnumSource(Party.class)
  void repeatsWhatThePeerHadLast(Party party) throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.TCP6, Medium.UDP4, ladder)) {
      Peers.Established call = peers.establish();
      Call one = party == Party.CALLER ? call.outgoing() : call.incoming();
      Call other = party == Party.CALLER ? call.incoming() : call.outgoing();
      SipText before =
          party == Party.CALLER
              ? call.outgoing().awaitStatus(200, Peers.LIMIT)
              : call.incoming().invite();
      one.hold("INVITE");
      for (int time = 0; time < 2; time++) {
        Held asked = one.awaitHeld("INVITE", Peers.LIMIT);
        assertThat(asked.request().body()).isEqualTo(before.body());
        asked.respond(200, "v=0\r\n");
        assertThat(asked.awaitAck(Peers.LIMIT).body().length()).isZero();
      }
      one.awaitHeld("INVITE", Peers.LIMIT).respond(481, "");
      other.awaitRequest("BYE", Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }
}
