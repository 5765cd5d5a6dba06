package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.Held;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.Sdp;

/** Session timers of RFC 4028, on each leg by itself, with intervals of seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTimerIT {
  private static final String OFFER = Sdp.audio(Medium.loopback("127.0.60.98"));
  private static final String ANSWER = Sdp.audio(Medium.loopback("127.0.60.99"));
  private static final Header SUPPORTED = new Header("Supported", "timer");
  private static final Header REQUIRED = new Header("Require", "timer");

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid =
      new Grid().with("calls { session-expires = 6s, min-se = 3s, keepalive = off }");
  private final Server server;

  SessionTimerIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private static void awaitEnded(String cause) {
    await()
        .untilAsserted(
            () ->
                assertThat(Server.application().getCounters())
                    .containsKey("sipbond_calls_ended_total{cause=\"" + cause + "\"}"));
  }

  private Peers peers() throws IOException {
    return Peers.open(server, grid, Medium.TCP4, Medium.UDP4, ladder);
  }

  private static Header expires(String value) {
    return new Header("Session-Expires", value);
  }

  private OutgoingCall call(Peers peers, Header... more) {
    return peers
        .caller()
        .invite("sip:udp4-anybody@example.com", server.socket("int-tcp4"), OFFER, more);
  }

  /** A call whose callee answers with these headers. */
  private static Peers.Established established(
      Peers peers, OutgoingCall outgoing, Header... answered) {
    IncomingCall incoming = peers.awaitCall();
    incoming.respond(200, ANSWER, answered);
    outgoing.awaitStatus(200, Peers.LIMIT);
    outgoing.ack();
    incoming.awaitAck(Peers.LIMIT);
    return new Peers.Established(outgoing, incoming);
  }

  private static void end(Peers.Established call) {
    call.outgoing().bye().awaitStatus(200, Peers.LIMIT);
    call.incoming().awaitRequest("BYE", Peers.LIMIT);
  }

  private static List<String> timer(SipText text) {
    return List.of(
        String.join(",", text.values("Session-Expires")), String.join(",", text.values("Require")));
  }

  @Test
  void isGrantedToTheCallerAndAskedOfTheCallee() throws IOException {
    try (Peers peers = peers()) {
      OutgoingCall outgoing = call(peers, SUPPORTED, expires("5"));
      IncomingCall incoming = peers.awaitCall();
      assertThat(timer(incoming.invite())).containsExactly("6", "");
      assertThat(incoming.invite().values("Supported")).containsExactly("timer");
      assertThat(incoming.invite().values("Min-SE")).containsExactly("3");
      incoming.answer();
      assertThat(timer(outgoing.awaitStatus(200, Peers.LIMIT)))
          .containsExactly("5;refresher=uac", "timer");
      outgoing.ack();
      incoming.awaitAck(Peers.LIMIT);
      end(new Peers.Established(outgoing, incoming));
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void isNotForACallerThatKnowsNone() throws IOException {
    try (Peers peers = peers()) {
      OutgoingCall outgoing = call(peers);
      Peers.Established call = established(peers, outgoing, SUPPORTED, expires("6;refresher=uas"));
      assertThat(timer(outgoing.awaitStatus(200, Peers.LIMIT))).containsExactly("", "");
      end(call);
    }
  }

  @Test
  void refreshesTheCallersLegByUpdate() throws IOException {
    try (Peers peers = peers()) {
      OutgoingCall outgoing = call(peers, SUPPORTED, expires("6;refresher=uas"));
      outgoing.hold("UPDATE");
      Peers.Established call = established(peers, outgoing);
      for (int time = 0; time < 2; time++) {
        Held update = outgoing.awaitHeld("UPDATE", Peers.LIMIT);
        assertThat(timer(update.request())).containsExactly("6;refresher=uac", "");
        assertThat(update.request().body().length()).isZero();
        update.respond(200, "", REQUIRED, expires("6;refresher=uac"));
      }
      end(call);
      assertThat(Peers.summaries(peers.callee())).doesNotContain("UPDATE");
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void refreshesTheCalleesLegByReInviteWithWhatItHadLast() throws IOException {
    try (Peers peers = peers()) {
      Peers.Established call =
          established(peers, call(peers), REQUIRED, expires("6;refresher=uac"));
      call.incoming().hold("INVITE");
      for (int time = 0; time < 2; time++) {
        Held invite = call.incoming().awaitHeld("INVITE", Peers.LIMIT);
        assertThat(timer(invite.request())).containsExactly("6;refresher=uac", "");
        assertThat(invite.request().body().toString()).isEqualTo(OFFER);
        invite.respond(200, ANSWER, REQUIRED, expires("6;refresher=uac"));
        invite.awaitAck(Peers.LIMIT);
      }
      end(call);
      assertThat(Peers.summaries(peers.caller()))
          .containsExactly("INVITE", "180 Ringing", "200 OK", "ACK", "BYE", "200 OK (BYE)");
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void answersTheRefreshesOfAPeerByItself() throws IOException {
    try (Peers peers = peers()) {
      OutgoingCall outgoing = call(peers, SUPPORTED, expires("6"));
      Peers.Established call = established(peers, outgoing);
      ClientTransaction update = outgoing.request("UPDATE", "", SUPPORTED, expires("6"));
      assertThat(timer(update.awaitStatus(200, Peers.LIMIT)))
          .containsExactly("6;refresher=uac", "timer");
      ClientTransaction again = outgoing.request("INVITE", OFFER, SUPPORTED, expires("6"));
      SipText success = again.awaitStatus(200, Peers.LIMIT);
      outgoing.ack();
      assertThat(timer(success)).containsExactly("6;refresher=uac", "timer");
      assertThat(success.body().toString()).isEqualTo(ANSWER);
      end(call);
      assertThat(Peers.summaries(peers.callee()))
          .containsExactly("INVITE", "180 Ringing", "200 OK", "ACK", "BYE", "200 OK (BYE)");
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void sendsAChangedOfferOnAndRefreshesBothLegs() throws IOException {
    try (Peers peers = peers()) {
      OutgoingCall outgoing = call(peers, SUPPORTED, expires("6"));
      Peers.Established call = established(peers, outgoing, REQUIRED, expires("6;refresher=uas"));
      call.incoming().hold("INVITE");
      ClientTransaction reinvite = outgoing.request("INVITE", ANSWER, SUPPORTED, expires("5"));
      Held held = call.incoming().awaitHeld("INVITE", Peers.LIMIT);
      assertThat(timer(held.request())).containsExactly("6;refresher=uas", "");
      held.respond(200, OFFER, REQUIRED, expires("6;refresher=uas"));
      assertThat(timer(reinvite.awaitStatus(200, Peers.LIMIT)))
          .containsExactly("5;refresher=uac", "timer");
      outgoing.ack();
      held.awaitAck(Peers.LIMIT);
      end(call);
    }
  }

  @Test
  void refusesAnIntervalThatIsTooShort() throws IOException {
    try (Peers peers = peers()) {
      SipText refusal = call(peers, SUPPORTED, expires("2")).awaitStatus(422, Peers.LIMIT);
      assertThat(refusal.values("Min-SE")).containsExactly("3");
      assertThat(peers.violationsOfRefusal()).isEmpty();
    }
  }

  @Test
  void asksTheCalleeAgainForTheIntervalThatItWants() throws IOException {
    try (Peers peers = peers()) {
      peers.callee().answerCalls(Answering.with(100));
      OutgoingCall outgoing = call(peers);
      peers.awaitCall().respond(422, "", new Header("Min-SE", "20"));
      IncomingCall second = peers.awaitCall();
      assertThat(timer(second.invite())).containsExactly("20", "");
      assertThat(second.invite().values("Min-SE")).containsExactly("20");
      second.respond(200, ANSWER, REQUIRED, expires("20;refresher=uas"));
      outgoing.awaitStatus(200, Peers.LIMIT);
      outgoing.ack();
      second.awaitAck(Peers.LIMIT);
      end(new Peers.Established(outgoing, second));
      assertThat(Peers.summaries(peers.caller()))
          .containsExactly("INVITE", "200 OK", "ACK", "BYE", "200 OK (BYE)");
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void endsTheCallOfACallerThatDoesNotRefresh() throws IOException {
    try (Peers peers = peers()) {
      Peers.Established call = established(peers, call(peers, SUPPORTED, expires("3")));
      call.incoming().awaitRequest("BYE", Peers.LIMIT);
      call.outgoing().awaitRequest("BYE", Peers.LIMIT);
      awaitEnded("session-expired");
    }
  }

  @Test
  void endsTheCallOfACalleeThatKnowsNoSuchCall() throws IOException {
    try (Peers peers = peers()) {
      Peers.Established call =
          established(peers, call(peers), REQUIRED, expires("6;refresher=uac"));
      call.incoming().hold("INVITE");
      call.incoming().awaitHeld("INVITE", Peers.LIMIT).respond(481, "");
      call.outgoing().awaitRequest("BYE", Peers.LIMIT);
      awaitEnded("refresh-failed");
    }
  }
}
