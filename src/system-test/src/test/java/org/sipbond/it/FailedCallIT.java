package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.container.ContainerException;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;

/** Calls that are cancelled, rejected by the callee, or refused by sipbond. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailedCallIT {
  private static final Medium UDP4 = Medium.UDP4;

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final InetSocketAddress unknown = grid.free(UDP4, 5);
  private final InetSocketAddress moved = grid.free(UDP4, 22);
  private final Server server;

  FailedCallIT(@TempDir Path base) throws IOException, ContainerException {
    grid.listener("spare", UDP4.notation(grid.free(UDP4, 4)))
        .hop("tls", "sip:192.0.2.9:5061;transport=tls")
        .hop("moved", UDP4.uri(moved))
        .hop("closed", Medium.TCP4.uri(grid.free(Medium.TCP4, 21)));
    server =
        Server.start(
            base,
            grid.document(),
            List.of(Listener.of("unknown", Transport.UDP, unknown.getAddress(), unknown.getPort())),
            Server.archive("sipbond.ear"));
  }

  /** Refused calls are let go after a minute, so this is looked at once, at the end. */
  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private Peers peers(Medium from, Medium to) throws IOException {
    return Peers.open(server, grid, from, to, ladder);
  }

  @Nested
  class Cancelled {

    @Test
    void beforeTheCalleeHasSaidAnything() throws IOException {
      try (Peers peers = peers(UDP4, Medium.UDP6)) {
        peers.callee().answerCalls(Answering.silent());
        OutgoingCall outgoing = peers.call();
        IncomingCall incoming = peers.awaitCall();
        outgoing.cancel().awaitStatus(200, Peers.LIMIT);
        outgoing.awaitStatus(487, Peers.LIMIT);
        assertThat(Peers.summaries(peers.callee())).containsExactly("INVITE");

        incoming.ring();
        Peers.await(peers.callee(), "ACK");
        assertThat(Peers.summaries(peers.callee()))
            .containsExactly(
                "INVITE",
                "180 Ringing",
                "CANCEL",
                "200 OK (CANCEL)",
                "487 Request Terminated",
                "ACK");
        assertThat(peers.violations()).isEmpty();
      }
    }

    @Test
    void whileTheCalleeRings() throws IOException {
      try (Peers peers = peers(Medium.TCP4, UDP4)) {
        OutgoingCall outgoing = peers.call();
        outgoing.awaitStatus(180, Peers.LIMIT);
        outgoing.cancel().awaitStatus(200, Peers.LIMIT);
        outgoing.awaitStatus(487, Peers.LIMIT);
        Peers.await(peers.callee(), "ACK");
        assertThat(Peers.summaries(peers.caller()))
            .containsExactlyInAnyOrder(
                "INVITE",
                "180 Ringing",
                "CANCEL",
                "200 Canceling (CANCEL)",
                "487 Request Terminated",
                "ACK");
        assertThat(peers.violations()).isEmpty();
      }
    }

    @Test
    void whileTheCalleeAnswers() throws IOException {
      try (Peers peers = peers(UDP4, UDP4)) {
        peers.callee().answerCalls(Answering.silent());
        OutgoingCall outgoing = peers.call();
        IncomingCall incoming = peers.awaitCall();
        outgoing.cancel().awaitStatus(200, Peers.LIMIT);
        outgoing.awaitStatus(487, Peers.LIMIT);

        incoming.answer();
        Peers.await(peers.callee(), "200 OK (BYE)");
        // The caller has its 487 before sipbond hears of CANCEL, so the answer comes first or not.
        assertThat(Peers.summaries(peers.callee()))
            .filteredOn(summary -> !summary.contains("CANCEL"))
            .containsExactly("INVITE", "200 OK", "ACK", "BYE", "200 OK (BYE)");
        assertThat(peers.violations()).isEmpty();
      }
    }

    @Test
    void tooLate() throws IOException {
      try (Peers peers = peers(UDP4, UDP4)) {
        peers.callee().answerCalls();
        OutgoingCall outgoing = peers.call();
        outgoing.awaitStatus(200, Peers.LIMIT);
        IncomingCall incoming = peers.awaitCall();
        outgoing.cancel().awaitFinal(Peers.LIMIT);
        outgoing.ack();
        incoming.awaitAck(Peers.LIMIT);
        outgoing.bye().awaitStatus(200, Peers.LIMIT);
        Peers.await(peers.callee(), "200 OK (BYE)");
        assertThat(Peers.summaries(peers.callee()))
            .containsExactly("INVITE", "180 Ringing", "200 OK", "ACK", "BYE", "200 OK (BYE)");
        assertThat(peers.violations()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 404, 486, 503, 603})
  void passesTheRejectionOfTheCalleeOn(int status) throws IOException {
    try (Peers peers = peers(UDP4, Medium.TCP6)) {
      peers.callee().answerCalls(Answering.reject(status));
      SipText failure = peers.call().awaitFinal(Peers.LIMIT);
      Peers.await(peers.callee(), "ACK");
      assertThat(failure.status()).isEqualTo(status);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void doesNotTellTheCallerWhereTheCalleeRedirectsTo() throws IOException {
    try (Peers peers = peers(UDP4, UDP4);
        RawPeer redirecting = RawPeer.open(moved)) {
      OutgoingCall call = peers.call("moved-1");
      redirecting.respond(
          redirecting.await("INVITE"),
          "302 Moved Temporarily",
          "moved-tag",
          "Contact: <sip:bob@192.0.2.77>",
          "");
      SipText redirect = call.awaitStatus(302, Peers.LIMIT);
      redirecting.await("ACK");
      assertThat(redirect.headers("Contact")).isEmpty();
      assertThat(redirect.toString()).doesNotContain("192.0.2.77", "127.0.60.22", "moved-tag");
    }
  }

  @Nested
  class Refused {

    @Test
    void becauseTheListenerIsInNoBond() throws IOException {
      Refusal refusal = new Refusal("sipbond_refusals_total{status=\"403\",cause=\"no-bond\"}");
      refusal.by(server.socket("spare"), "udp4-anybody", 403, "listener spare is in no bond");
      assertThat(refusal.explanation()).contains("spare", "is in no bond");
    }

    @Test
    void becauseTheListenerIsNotInTheConfiguration() throws IOException {
      Refusal refusal = new Refusal("sipbond_refusals_total{status=\"403\",cause=\"no-listener\"}");
      refusal.by(unknown, "udp4-anybody", 403, "listener is in no bond");
    }

    @Test
    void becauseThereIsNoRule() throws IOException {
      Refusal refusal = new Refusal("sipbond_refusals_total{status=\"403\",cause=\"no-rule\"}");
      refusal.by(server.socket("int-udp4"), "nobody", 403, "no rule for INVITE from bond intern");
      assertThat(refusal.explanation()).contains("no rule for INVITE from bond intern");
    }

    @Test
    void becauseTheBondHasNoMember() throws IOException {
      Refusal refusal =
          new Refusal(
              "sipbond_refusals_total{status=\"502\",cause=\"no-member\"}",
              "sipbond_bond_select_total{bond=\"extern\",member=\"\",transport=\"tls\","
                  + "family=\"ipv4\",result=\"no-member\","
                  + "reason=\"no member of bond extern for tls over ipv4\"}");
      refusal.by(
          server.socket("int-udp4"), "tls-1", 502, "no member of bond extern for tls over ipv4");
      assertThat(refusal.explanation())
          .contains("no member of bond extern for tls over ipv4", "ext-udp4", "ext-tcp6");
    }

    @Test
    void becauseTheNextHopAcceptsNoConnection() throws IOException {
      Refusal refusal =
          new Refusal("sipbond_refusals_total{status=\"503\",cause=\"connect-failed\"}");
      refusal.by(server.socket("int-udp4"), "closed-1", 503, "next hop cannot be reached");
      assertThat(refusal.explanation()).contains("ext-tcp4");
    }
  }

  /** One refused call, counted once by each of these metrics. */
  private final class Refusal {
    private final String[] metrics;
    private String callId = "";

    Refusal(String... metrics) {
      this.metrics = metrics;
    }

    void by(InetSocketAddress socket, String user, int status, String text) throws IOException {
      long[] before = counts();
      try (Peers peers = peers(UDP4, UDP4)) {
        OutgoingCall call = peers.caller().invite("sip:" + user + "@example.com", socket);
        callId = call.callId();
        SipText refusal = call.awaitStatus(status, Peers.LIMIT);
        assertThat(refusal.header("Reason"))
            .contains("SIP;cause=%d;text=\"%s\"".formatted(status, text));
        assertThat(peers.callee().messages()).isEmpty();
      }
      long[] after = counts();
      for (int i = 0; i < metrics.length; i++) {
        assertThat(after[i]).as(metrics[i]).isEqualTo(before[i] + 1);
      }
    }

    String explanation() {
      return Server.application().explainCall(callId);
    }

    private long[] counts() {
      var counters = Server.application().getCounters();
      return List.of(metrics).stream()
          .mapToLong(metric -> counters.getOrDefault(metric, 0L))
          .toArray();
    }
  }
}
