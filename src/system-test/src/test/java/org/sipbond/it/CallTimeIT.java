package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;

/** Calls that take longer than the configuration allows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallTimeIT {
  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  CallTimeIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.with("calls { ring-timeout = 1s, max-time = 1s }").document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  @Test
  void aCalleeThatRingsForTooLongIsCancelledAndTheCallerGets408() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.TCP4, Medium.UDP4, ladder)) {
      OutgoingCall outgoing = peers.call();
      IncomingCall incoming = peers.awaitCall();
      assertThat(outgoing.awaitStatus(408, Peers.LIMIT).header("Reason"))
          .contains("SIP;cause=408;text=\"no answer in time\"");
      incoming.awaitRequest("CANCEL", Peers.LIMIT);
      incoming.awaitAck(Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void anAnsweredCallEndsOnBothSidesWhenItsTimeIsUp() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.TCP4, ladder)) {
      Peers.Established call = peers.establish();
      call.outgoing().awaitRequest("BYE", Peers.LIMIT);
      call.incoming().awaitRequest("BYE", Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }
}
