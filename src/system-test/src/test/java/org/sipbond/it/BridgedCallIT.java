package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;

/** Whole calls through the EAR, from every transport and family to every other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BridgedCallIT {
  private static final String[] WHOLE_CALL = {
    "INVITE", "180 Ringing", "200 OK", "ACK", "BYE", "200 OK (BYE)"
  };

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  BridgedCallIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  static Stream<Arguments> ways() {
    return Arrays.stream(Medium.values())
        .flatMap(from -> Arrays.stream(Medium.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("ways")
  void keepsItsPromisesWhenTheCallerHangsUp(Medium from, Medium to) throws IOException {
    try (Peers peers = Peers.open(server, grid, from, to, ladder)) {
      Peers.Established call = peers.establish();
      call.outgoing().bye().awaitStatus(200, Peers.LIMIT);
      call.incoming().awaitRequest("BYE", Peers.LIMIT);
      checkWholeCall(peers);
    }
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("ways")
  void keepsItsPromisesWhenTheCalleeHangsUp(Medium from, Medium to) throws IOException {
    try (Peers peers = Peers.open(server, grid, from, to, ladder)) {
      Peers.Established call = peers.establish();
      call.incoming().bye().awaitStatus(200, Peers.LIMIT);
      call.outgoing().awaitRequest("BYE", Peers.LIMIT);
      checkWholeCall(peers);
    }
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    try (server) {
      Sessions.awaitNone();
      assertThat(Server.application().getActiveCalls()).isZero();
    }
  }

  private static void checkWholeCall(Peers peers) {
    Peers.await(peers.caller(), "200 OK (BYE)");
    Peers.await(peers.callee(), "200 OK (BYE)");
    assertThat(Peers.summaries(peers.caller())).containsExactly(WHOLE_CALL);
    assertThat(Peers.summaries(peers.callee())).containsExactly(WHOLE_CALL);
    assertThat(peers.violations()).isEmpty();
  }
}
