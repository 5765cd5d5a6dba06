package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.core.net.Transport;
import org.sipbond.management.Answer;
import org.sipbond.management.CommandsMXBean;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;

/** A listener that is drained: what is new avoids it, what has begun stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrainedListenerIT {
  private static final String[] WHOLE_CALL = {
    "INVITE", "180 Ringing", "200 OK", "ACK", "INFO", "200 OK (INFO)", "BYE", "200 OK (BYE)"
  };
  private static final InetAddress CALLER = Medium.loopback("127.0.62.10");
  private static final InetAddress CALLEE = Medium.loopback("127.0.62.20");

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final FreePorts ports = new FreePorts();
  private final int calleePort = ports.on(CALLEE).getPort();
  private final Server server;

  DrainedListenerIT(@TempDir Path base) throws IOException, ContainerException {
    server =
        Server.start(
            base,
            """
            listeners {
              int-udp = "udp:127.0.62.1:%d"
              ext-first = "udp:127.0.62.2:%d"
              ext-second = "udp:127.0.62.3:%d"
            }
            bonds {
              intern = [int-udp]
              extern = [ext-first, { listener = ext-second, priority = 2 }]
            }
            next-hops { callee = "sip:127.0.62.20:%d" }
            rules = [{ from = intern, to = extern, next-hop = callee }]
            """
                .formatted(port("127.0.62.1"), port("127.0.62.2"), port("127.0.62.3"), calleePort));
  }

  @Test
  void keepsItsCallsAndLeavesNewOnesToTheNextMember() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, CALLER, 0);
        UserAgent callee = UserAgent.open("bob", Transport.UDP, CALLEE, calleePort)) {
      Peers before = Peers.open(server, "int-udp", "ext-first", caller, callee, ladder);
      Peers.Established old = before.establish();
      assertThat(drain("ext-first")).isEqualTo(Answer.Outcome.OK);

      old.outgoing().request("INFO", "").awaitStatus(200, Peers.LIMIT);
      old.incoming().bye().awaitStatus(200, Peers.LIMIT);
      old.outgoing().awaitRequest("BYE", Peers.LIMIT);
      Peers.await(caller, "200 OK (BYE)");
      assertThat(Peers.summaries(callee)).containsExactly(WHOLE_CALL);
      assertThat(before.violations()).isEmpty();
    }
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, CALLER, 0);
        UserAgent callee = UserAgent.open("bob", Transport.UDP, CALLEE, calleePort)) {
      Peers after = Peers.open(server, "int-udp", "ext-second", caller, callee, ladder);
      after.establish().outgoing().bye().awaitStatus(200, Peers.LIMIT);
      Peers.await(callee, "200 OK (BYE)");
      assertThat(after.violations()).isEmpty();
    }
  }

  @Test
  void takesNothingNewInAndGoesOnWithWhatHasBegun() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, CALLER, 0);
        UserAgent callee = UserAgent.open("bob", Transport.UDP, CALLEE, calleePort)) {
      Peers peers = Peers.open(server, "int-udp", "ext-first", caller, callee, ladder);
      Peers.Established old = peers.establish();
      drain("int-udp");

      OutgoingCall refused = peers.call("anybody");
      assertThat(refused.awaitFinal(Peers.LIMIT).header("Reason"))
          .hasValue("SIP;cause=503;text=\"listener is drained\"");
      caller
          .request("OPTIONS", "sip:127.0.62.1", server.socket("int-udp"))
          .awaitStatus(503, Peers.LIMIT);
      old.outgoing().bye().awaitStatus(200, Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void refusesWhereOnlyDrainedMembersFit() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, CALLER, 0);
        UserAgent callee = UserAgent.open("bob", Transport.UDP, CALLEE, calleePort)) {
      Peers peers = Peers.open(server, "int-udp", "ext-first", caller, callee, ladder);
      drain("ext-first");
      drain("ext-second");

      assertThat(peers.call("anybody").awaitFinal(Peers.LIMIT).header("Reason"))
          .hasValue("SIP;cause=503;text=\"no usable member of bond extern for udp over ipv4\"");
      assertThat(peers.violationsOfRefusal()).isEmpty();
    }
  }

  @AfterEach
  void takesAllIntoUseAgain() {
    for (String name : List.of("int-udp", "ext-first", "ext-second")) {
      Server.commands().listenersResume(name, CommandsMXBean.TEXT);
    }
  }

  @AfterAll
  void stop() throws ContainerException {
    server.close();
  }

  private static Answer.Outcome drain(String name) {
    return Server.commands().listenersDrain(name, CommandsMXBean.TEXT).getOutcome();
  }

  private int port(String address) {
    return ports.on(Medium.loopback(address)).getPort();
  }
}
