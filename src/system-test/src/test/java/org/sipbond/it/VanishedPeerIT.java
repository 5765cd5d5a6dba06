package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.container.ContainerException;
import org.sipbond.core.b2bua.Party;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.agent.Call;
import org.sipbond.wire.agent.Held;
import org.sipbond.wire.agent.UserAgent;

/** Calls of which one side is gone without a word, and calls that last too long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VanishedPeerIT {
  /** How long a call may last here: longer than a transaction has for its answer. */
  private static final Duration LONGEST = Duration.ofSeconds(40);

  /** Until a request counts as unanswered: 64*T1, RFC 3261 §17.1.2.2; and some more. */
  private static final Duration UNANSWERED = Duration.ofSeconds(37);

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid =
      new Grid().with("calls { keepalive-interval = 1s, max-time = " + LONGEST.toSeconds() + "s }");
  private final Server server;

  VanishedPeerIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private Peers peers(Medium from, Medium to) throws IOException {
    return Peers.open(server, grid, from, to, ladder);
  }

  private static long ended(String cause) {
    return Server.application()
        .getCounters()
        .getOrDefault("sipbond_calls_ended_total{cause=\"" + cause + "\"}", 0L);
  }

  @Test
  void asksBothSidesWhetherTheyAreThere() throws IOException {
    try (Peers peers = peers(Medium.TCP4, Medium.UDP6)) {
      Peers.Established call = peers.establish();
      for (Call side : new Call[] {call.outgoing(), call.incoming()}) {
        side.hold("OPTIONS");
        for (int time = 0; time < 2; time++) {
          Held asked = side.awaitHeld("OPTIONS", Peers.LIMIT);
          assertThat(asked.request().body().length()).isZero();
          asked.respond(405, "");
        }
      }
      call.outgoing().bye().awaitStatus(200, Peers.LIMIT);
      call.incoming().awaitRequest("BYE", Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Party.class)
  void hangsUpWhereAPeerKnowsOfNoSuchCall(Party gone) throws IOException {
    try (Peers peers = peers(Medium.UDP4, Medium.TCP4)) {
      Peers.Established call = peers.establish();
      Call one = gone == Party.CALLER ? call.outgoing() : call.incoming();
      Call other = gone == Party.CALLER ? call.incoming() : call.outgoing();
      long before = ended("keepalive-failed");
      one.hold("OPTIONS");
      one.awaitHeld("OPTIONS", Peers.LIMIT).respond(481, "");
      other.awaitRequest("BYE", Peers.LIMIT);
      await().untilAsserted(() -> assertThat(ended("keepalive-failed")).isEqualTo(before + 1));
    }
  }

  @ParameterizedTest
  @EnumSource(Party.class)
  void hangsUpOnTheOtherSideOfALostConnection(Party gone) throws IOException {
    try (Peers peers = peers(Medium.TCP4, Medium.TCP6)) {
      hangsUp(peers, gone, Peers.LIMIT);
    }
  }

  @ParameterizedTest
  @EnumSource(Party.class)
  void hangsUpOnTheOtherSideOfSilence(Party gone) throws IOException {
    try (Peers peers = peers(Medium.UDP4, Medium.UDP6)) {
      hangsUp(peers, gone, UNANSWERED);
    }
  }

  private static void hangsUp(Peers peers, Party gone, Duration limit) {
    Peers.Established call = peers.establish();
    long before = ended("keepalive-failed");
    UserAgent one = gone == Party.CALLER ? peers.caller() : peers.callee();
    Call other = gone == Party.CALLER ? call.incoming() : call.outgoing();
    one.close();
    other.awaitRequest("BYE", limit);
    await().untilAsserted(() -> assertThat(ended("keepalive-failed")).isEqualTo(before + 1));
  }

  @Test
  void endsACallThatLastsTooLong() throws IOException {
    try (Peers peers = peers(Medium.UDP4, Medium.TCP4)) {
      Peers.Established call = peers.establish();
      Instant answered = Instant.now();
      call.outgoing().awaitRequest("BYE", LONGEST.plus(Peers.LIMIT));
      call.incoming().awaitRequest("BYE", Peers.LIMIT);
      assertThat(Duration.between(answered, Instant.now()))
          .isGreaterThan(LONGEST.minus(Duration.ofSeconds(2)));
      await().untilAsserted(() -> assertThat(ended("time-up")).isEqualTo(1));
    }
  }
}
