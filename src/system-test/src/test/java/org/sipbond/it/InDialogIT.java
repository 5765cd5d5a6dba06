package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.container.ContainerException;
import org.sipbond.core.b2bua.Party;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.Call;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.Held;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.Sdp;

/** What passes between the legs of a call while it lasts, and what does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InDialogIT {
  private static final String OFFER = Sdp.audio(Medium.loopback("127.0.60.99"));

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  InDialogIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private Peers peers() throws IOException {
    return Peers.open(server, grid, Medium.TCP4, Medium.UDP4, ladder);
  }

  /** An established call, seen from who is about to do something. */
  private static final class Talk {
    final Call one;
    final Call other;

    Talk(Peers peers, Party party) {
      Peers.Established call = peers.establish();
      one = party == Party.CALLER ? call.outgoing() : call.incoming();
      other = party == Party.CALLER ? call.incoming() : call.outgoing();
    }

    /** The stack acknowledges a failure before it tells of it: a new offer may be too soon yet. */
    void offersAgain() {
      await()
          .atMost(Peers.LIMIT)
          .until(
              () -> {
                int status = one.request("UPDATE", OFFER).awaitFinal(Peers.LIMIT).status();
                assertThat(status).isIn(200, 500);
                return status == 200;
              });
    }

    void end() {
      one.bye().awaitStatus(200, Peers.LIMIT);
      other.awaitRequest("BYE", Peers.LIMIT);
    }
  }

  @Nested
  class Passes {

    @ParameterizedTest
    @EnumSource(Party.class)
    void aNewOfferAndItsAnswer(Party party) throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, party);
        talk.other.hold("INVITE");
        ClientTransaction reinvite = talk.one.reinvite(OFFER);
        Held held = talk.other.awaitHeld("INVITE", Peers.LIMIT);
        assertThat(held.request().body().toString()).isEqualTo(OFFER);
        held.respond(200, OFFER);
        assertThat(reinvite.awaitStatus(200, Peers.LIMIT).body().toString()).isEqualTo(OFFER);
        talk.one.ack();
        assertThat(held.awaitAck(Peers.LIMIT).body().length()).isZero();
        talk.end();
        assertThat(peers.violations()).isEmpty();
      }
    }

    /** The stack would send no 2xx without the time: RFC 6665 §3.1.1. */
    @ParameterizedTest
    @EnumSource(Party.class)
    void aSubscriptionWhoseNotifierDoesNotSayHowLong(Party party) throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, party);
        Header event = new Header("Event", "dialog");
        ClientTransaction sent =
            talk.one.request("SUBSCRIBE", "", event, new Header("Expires", "300"));
        assertThat(sent.awaitStatus(200, Peers.LIMIT).header("Expires")).contains("300");
        talk.other
            .request("NOTIFY", "", event, new Header("Subscription-State", "terminated"))
            .awaitStatus(200, Peers.LIMIT);
        talk.end();
        assertThat(peers.violations()).isEmpty();
      }
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void anOfferInTheAnswerToAnInviteWithoutOne(Party party) throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, party);
        talk.other.hold("INVITE");
        ClientTransaction reinvite = talk.one.reinvite("");
        Held held = talk.other.awaitHeld("INVITE", Peers.LIMIT);
        assertThat(held.request().body().length()).isZero();
        held.respond(200, OFFER);
        reinvite.awaitStatus(200, Peers.LIMIT);
        talk.one.ack(OFFER);
        assertThat(held.awaitAck(Peers.LIMIT).body().toString()).isEqualTo(OFFER);
        talk.end();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "UPDATE"})
    void anOfferAfterOneWhoseAckWasLost(String method) throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, Party.CALLER);
        talk.other.hold("INVITE");
        ClientTransaction reinvite = talk.one.reinvite(OFFER);
        Held held = talk.other.awaitHeld("INVITE", Peers.LIMIT);
        held.respond(200, OFFER);
        reinvite.awaitStatus(200, Peers.LIMIT);
        talk.other.hold(method);
        ClientTransaction next =
            method.equals("INVITE") ? talk.one.reinvite(OFFER) : talk.one.request(method, OFFER);
        held.awaitAck(Peers.LIMIT);
        talk.other.awaitHeld(method, Peers.LIMIT).respond(200, OFFER);
        next.awaitStatus(200, Peers.LIMIT);
        talk.one.ack();
        talk.end();
        assertThat(peers.violations()).isEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "UPDATE"})
    void anOfferAfterTheFirstOneWhoseAckWasLost(String method) throws IOException {
      try (Peers peers = peers()) {
        OutgoingCall caller = peers.call();
        IncomingCall callee = peers.awaitCall();
        callee.answer();
        caller.awaitStatus(200, Peers.LIMIT);
        callee.hold(method);
        ClientTransaction next =
            method.equals("INVITE") ? caller.reinvite(OFFER) : caller.request(method, OFFER);
        callee.awaitAck(Peers.LIMIT);
        callee.awaitHeld(method, Peers.LIMIT).respond(200, OFFER);
        next.awaitStatus(200, Peers.LIMIT);
        caller.ack();
        caller.bye().awaitStatus(200, Peers.LIMIT);
        callee.awaitRequest("BYE", Peers.LIMIT);
        assertThat(peers.violations()).isEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INFO", "UPDATE", "MESSAGE", "OPTIONS", "REFER", "NOTIFY", "FROB"})
    void anyMethodBothWays(String method) throws IOException {
      try (Peers peers = peers()) {
        for (Party party : Party.values()) {
          Talk talk = new Talk(peers, party);
          talk.other.hold(method);
          ClientTransaction sent =
              talk.one.request(
                  method,
                  "some text",
                  new Header("Event", "refer"),
                  new Header("Subscription-State", "active"));
          Held held = talk.other.awaitHeld(method, Peers.LIMIT);
          assertThat(held.request().body().toString()).isEqualTo("some text");
          held.respond(202, "more text");
          assertThat(sent.awaitStatus(202, Peers.LIMIT).body().toString()).isEqualTo("more text");
          talk.end();
        }
        assertThat(peers.violations()).isEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 415, 488, 501, 606})
    void aRefusalThatLeavesTheCall(int status) throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, Party.CALLER);
        talk.other.hold("UPDATE");
        ClientTransaction update = talk.one.request("UPDATE", OFFER);
        talk.other.awaitHeld("UPDATE", Peers.LIMIT).respond(status, "");
        assertThat(update.awaitFinal(Peers.LIMIT).status()).isEqualTo(status);
        talk.one.request("INFO", "").awaitStatus(200, Peers.LIMIT);
        talk.end();
      }
    }
  }

  @Nested
  class Offers {

    @ParameterizedTest
    @EnumSource(Party.class)
    void thatCrossAreRefusedWith491(Party party) throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, party);
        talk.other.hold("INVITE");
        ClientTransaction first = talk.one.reinvite(OFFER);
        Held held = talk.other.awaitHeld("INVITE", Peers.LIMIT);
        talk.other.reinvite(OFFER).awaitStatus(491, Peers.LIMIT);
        talk.other.request("UPDATE", OFFER).awaitStatus(491, Peers.LIMIT);
        held.respond(200, OFFER);
        first.awaitStatus(200, Peers.LIMIT);
        talk.one.ack();
        held.awaitAck(Peers.LIMIT);

        talk.other.request("UPDATE", OFFER).awaitStatus(200, Peers.LIMIT);
        talk.end();
      }
    }

    @Test
    void ofTheSameSideAreRefusedUntilTheFirstIsAnswered() throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, Party.CALLEE);
        talk.other.hold("UPDATE");
        ClientTransaction first = talk.one.request("UPDATE", OFFER);
        Held held = talk.other.awaitHeld("UPDATE", Peers.LIMIT);
        SipText refusal = talk.one.request("UPDATE", OFFER).awaitStatus(500, Peers.LIMIT);
        assertThat(Integer.parseInt(refusal.header("Retry-After").orElseThrow())).isBetween(0, 10);
        held.respond(200, OFFER);
        first.awaitStatus(200, Peers.LIMIT);
        talk.other.hold("INVITE");
        ClientTransaction second = talk.one.reinvite(OFFER);
        talk.other.awaitHeld("INVITE", Peers.LIMIT).respond(488, "");
        second.awaitStatus(488, Peers.LIMIT);

        talk.one.request("INFO", "").awaitStatus(200, Peers.LIMIT);
        talk.end();
      }
    }

    @Test
    void areAnsweredWithoutReliableProvisionalResponses() throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, Party.CALLER);
        talk.one
            .request("INVITE", OFFER, new Header("Require", "100rel"))
            .awaitStatus(420, Peers.LIMIT);
        talk.other.hold("INVITE");
        talk.one.request("INVITE", OFFER, new Header("Supported", "100rel, timer"));
        Held held = talk.other.awaitHeld("INVITE", Peers.LIMIT);
        assertThat(held.request().header("Supported")).contains("timer");
        held.respond(488, "");
        held.awaitAck(Peers.LIMIT);
        talk.end();
      }
    }

    @Test
    void passAgainAfterAFailure() throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, Party.CALLER);
        talk.other.hold("INVITE");
        ClientTransaction refused = talk.one.reinvite(OFFER);
        talk.other.awaitHeld("INVITE", Peers.LIMIT).respond(488, "");
        refused.awaitStatus(488, Peers.LIMIT);
        talk.one.hold("INVITE");
        ClientTransaction next = talk.other.reinvite(OFFER);
        Held held = talk.one.awaitHeld("INVITE", Peers.LIMIT);
        held.respond(200, OFFER);
        next.awaitStatus(200, Peers.LIMIT);
        talk.other.ack();
        held.awaitAck(Peers.LIMIT);
        talk.end();
      }
    }
  }

  @Nested
  class Cancelled {

    @ParameterizedTest
    @EnumSource(Party.class)
    void aReinviteIsCancelledOnTheOtherLegAndTheCallStays(Party party) throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, party);
        talk.other.hold("INVITE");
        ClientTransaction reinvite = talk.one.reinvite(OFFER);
        Held held = talk.other.awaitHeld("INVITE", Peers.LIMIT);
        held.respond(180, "");
        reinvite.awaitStatus(180, Peers.LIMIT);
        talk.one.cancel(reinvite).awaitStatus(200, Peers.LIMIT);
        reinvite.awaitStatus(487, Peers.LIMIT);
        talk.other.awaitRequest("CANCEL", Peers.LIMIT);
        held.awaitAck(Peers.LIMIT);

        talk.offersAgain();
        talk.end();
        assertThat(peers.violations()).isEmpty();
      }
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void aReinviteThatIsAnsweredAllTheSameIsAcknowledged(Party party) throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, party);
        talk.other.hold("INVITE");
        ClientTransaction reinvite = talk.one.reinvite(OFFER);
        Held held = talk.other.awaitHeld("INVITE", Peers.LIMIT);
        talk.one.cancel(reinvite).awaitStatus(200, Peers.LIMIT);
        reinvite.awaitStatus(487, Peers.LIMIT);
        held.respond(200, OFFER);
        held.awaitAck(Peers.LIMIT);

        talk.one.request("UPDATE", OFFER).awaitStatus(200, Peers.LIMIT);
        talk.end();
      }
    }
  }

  @Nested
  class Lost {

    @ParameterizedTest
    @EnumSource(Party.class)
    void aCallThatThePeerDoesNotKnowEndsOnBothSides(Party party) throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, party);
        talk.other.hold("INFO");
        ClientTransaction info = talk.one.request("INFO", "");
        talk.other.awaitHeld("INFO", Peers.LIMIT).respond(481, "");
        info.awaitStatus(481, Peers.LIMIT);
        talk.one.awaitRequest("BYE", Peers.LIMIT);
        talk.other.awaitRequest("BYE", Peers.LIMIT);
        talk.one.request("INFO", "").awaitStatus(481, Peers.LIMIT);
      }
    }
  }

  @Nested
  class Ends {

    @Test
    void whenBothHangUpAtOnce() throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, Party.CALLER);
        talk.one.hold("BYE");
        talk.other.hold("BYE");
        ClientTransaction byeOfOne = talk.one.bye();
        talk.other.awaitHeld("BYE", Peers.LIMIT);
        talk.other.bye().awaitStatus(200, Peers.LIMIT);
        byeOfOne.awaitStatus(200, Peers.LIMIT);
      }
    }

    @Test
    void withAnAnswerToTheReinviteThatIsUnderWay() throws IOException {
      try (Peers peers = peers()) {
        Talk talk = new Talk(peers, Party.CALLER);
        talk.other.hold("INVITE");
        ClientTransaction reinvite = talk.one.reinvite(OFFER);
        Held held = talk.other.awaitHeld("INVITE", Peers.LIMIT);
        talk.one.bye().awaitStatus(200, Peers.LIMIT);
        talk.other.awaitRequest("BYE", Peers.LIMIT);
        reinvite.awaitStatus(487, Peers.LIMIT);
        held.respond(487, "");
        held.awaitAck(Peers.LIMIT);
      }
    }

    @Test
    void whenTheCallerHangsUpWhatRings() throws IOException {
      try (Peers peers = peers()) {
        peers.callee().answerCalls(Answering.whenTold());
        OutgoingCall outgoing = peers.call();
        IncomingCall incoming = peers.awaitCall();
        outgoing.awaitStatus(180, Peers.LIMIT);
        outgoing.bye().awaitStatus(200, Peers.LIMIT);
        outgoing.awaitStatus(487, Peers.LIMIT);
        incoming.awaitRequest("CANCEL", Peers.LIMIT);
        incoming.awaitAck(Peers.LIMIT);
        assertThat(peers.violations()).isEmpty();
      }
    }
  }
}
