package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.capture.TsharkCapture;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.testkit.program.RequiresProgram;
import org.sipbond.testkit.sipp.Scenario;
import org.sipbond.testkit.sipp.Sipp;
import org.sipbond.testkit.sipp.SippResult;
import org.sipbond.testkit.sipp.SippRun;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.ladder.Lane;
import org.sipbond.wire.promise.PromiseCheck;
import org.sipbond.wire.promise.Side;

/** SIPp on both sides, checked on what tshark captured. */
@RequiresProgram({"sipp", "tshark"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SippIT {
  private static final int CALLS = 10;

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  SippIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @ParameterizedTest
  @CsvSource({
    "UDP4, UDP4, UAC_HUNG_UP, UAS_HANGS_UP",
    "UDP4, TCP4, UAC, UAS",
    "UDP6, TCP6, UAC_HUNG_UP, UAS_HANGS_UP",
    "TCP4, UDP6, UAC, UAS",
    "UDP6, TCP4, UAC_LATE_OFFER, UAS",
    "UDP4, UDP6, UAC_CANCELS, UAS_CANCELLED",
    "TCP6, UDP4, UAC_REFUSED, UAS_BUSY"
  })
  void keepsItsPromises(Medium from, Medium to, Scenario calling, Scenario called) {
    InetSocketAddress here = grid.free(from, 30);
    InetSocketAddress there = grid.callee(to);
    String ingress = "int-" + from;
    String egress = "ext-" + to;
    ladder.lanes(
        Lane.of("caller", here),
        Lane.of(ingress, server.socket(ingress)),
        Lane.of(egress, server.socket(egress)),
        Lane.of("callee", there));
    try (TsharkCapture capture = TsharkCapture.start(everybody(here, there, ingress, egress));
        SippRun callee =
            Sipp.callee(called, to.transport(), there).withCalls(CALLS, CALLS).start();
        SippRun caller =
            Sipp.caller(calling, from.transport(), here, server.socket(ingress))
                .withUser(to + "-anybody")
                .withCalls(CALLS, CALLS)
                .start()) {
      ladder.of(capture::messages);
      SippResult ofCaller = caller.await();
      SippResult ofCallee = callee.await();
      List<WireMessage> messages = capture.stop();
      assertThat(ofCaller.allSuccessful(CALLS)).as(ofCaller + "; " + ofCallee).isTrue();
      assertThat(ofCallee.allSuccessful(CALLS)).as(ofCallee.toString()).isTrue();
      assertThat(capture.unreadable()).isEmpty();
      assertThat(messages).filteredOn(message -> message.text().isRequest("INVITE")).isNotEmpty();
      assertThat(
              PromiseCheck.between(side("intern", ingress, here), side("extern", egress, there))
                  .violations(messages))
          .isEmpty();
    }
  }

  @AfterAll
  void stop() throws ContainerException {
    server.close();
  }

  private Side side(String bond, String listener, InetSocketAddress peer) {
    return Side.of(bond, List.of(server.listener(listener)), Endpoints.of(peer));
  }

  /** A TCP peer calls from a port that the system chooses, so the listeners are needed too. */
  private Endpoints everybody(
      InetSocketAddress caller, InetSocketAddress callee, String ingress, String egress) {
    return Endpoints.of(caller, callee, server.socket(ingress), server.socket(egress));
  }
}
