package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.Held;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.Sdp;

/** Provisional responses that are acknowledged by PRACK. See RFC 3262. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReliableProvisionalIT {
  private static final String OFFER = Sdp.audio(Medium.loopback("127.0.60.99"));
  private static final Duration NO_PRACK = Duration.ofSeconds(40);

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  ReliableProvisionalIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  /** A call whose callee is about to ring. */
  private final class Try {
    final OutgoingCall outgoing;
    final IncomingCall incoming;

    Try(Peers peers, Medium from, String... headers) {
      peers.callee().answerCalls(Answering.silent());
      outgoing =
          peers
              .caller()
              .invite(
                  "sip:udp4-anybody@example.com",
                  server.socket("int-" + from),
                  OFFER,
                  Arrays.stream(headers)
                      .map(name -> new Header(name, "100rel"))
                      .toArray(Header[]::new));
      incoming = peers.awaitCall();
      incoming.hold("PRACK");
    }

    void ringsReliably(int rseq, String body) {
      incoming.respond(
          183, body, new Header("Require", "100rel"), new Header("RSeq", Integer.toString(rseq)));
    }

    void end() {
      outgoing.awaitStatus(200, Peers.LIMIT);
      outgoing.ack();
      incoming.awaitAck(Peers.LIMIT);
      outgoing.bye().awaitStatus(200, Peers.LIMIT);
      incoming.awaitRequest("BYE", Peers.LIMIT);
    }
  }

  private Peers peers(Medium from) throws IOException {
    return Peers.open(server, grid, from, Medium.UDP4, ladder);
  }

  @ParameterizedTest
  @EnumSource(
      value = Medium.class,
      names = {"UDP4", "TCP4"})
  void areAcknowledgedByTheCallerUpToTheCallee(Medium from) throws IOException {
    try (Peers peers = peers(from)) {
      Try call = new Try(peers, from, "Supported");
      assertThat(call.incoming.invite().header("Supported").orElse("")).contains("100rel");
      call.ringsReliably(77, OFFER);
      SipText progress = call.outgoing.awaitStatus(183, Peers.LIMIT);
      assertThat(progress.header("Require")).contains("100rel");
      assertThat(progress.body().toString()).isEqualTo(OFFER);

      ClientTransaction prack = call.outgoing.prack(progress, "an offer");
      Held held = call.incoming.awaitHeld("PRACK", Peers.LIMIT);
      assertThat(held.request().header("RAck")).contains("77 1 INVITE");
      assertThat(held.request().body().toString()).isEqualTo("an offer");
      held.respond(200, "an answer");
      assertThat(prack.awaitStatus(200, Peers.LIMIT).body().toString()).isEqualTo("an answer");
      call.incoming.answer();
      call.end();
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void mayBeRequiredByTheCaller() throws IOException {
    try (Peers peers = peers(Medium.UDP4)) {
      Try call = new Try(peers, Medium.UDP4, "Require");
      assertThat(call.incoming.invite().header("Require")).contains("100rel");
      call.ringsReliably(1, "");
      call.outgoing.prack(call.outgoing.awaitStatus(183, Peers.LIMIT), "");
      call.incoming.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
      call.incoming.answer();
      call.end();
    }
  }

  @Test
  void areAcknowledgedHereWhereTheCallerCannot() throws IOException {
    try (Peers peers = peers(Medium.UDP4)) {
      Try call = new Try(peers, Medium.UDP4);
      assertThat(call.incoming.invite().header("Supported").orElse("")).doesNotContain("100rel");
      call.ringsReliably(5, "");
      SipText progress = call.outgoing.awaitStatus(183, Peers.LIMIT);
      assertThat(progress.headers("RSeq")).isEmpty();
      assertThat(progress.header("Require").orElse("")).doesNotContain("100rel");
      call.incoming.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
      call.incoming.answer();
      call.end();
    }
  }

  @Test
  void passOnceThoughTheCalleeRepeatsThem() throws IOException {
    try (Peers peers = peers(Medium.UDP4)) {
      Try call = new Try(peers, Medium.UDP4, "Supported");
      call.ringsReliably(1, "");
      call.ringsReliably(1, "");
      SipText first = call.outgoing.awaitStatus(183, Peers.LIMIT);
      call.outgoing.prack(first, "");
      call.incoming.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
      call.ringsReliably(2, "");
      String second = Long.toString(Long.parseLong(first.header("RSeq").orElseThrow()) + 1);
      SipText next =
          peers
              .caller()
              .log()
              .await(
                  message -> message.text().header("RSeq").filter(second::equals).isPresent(),
                  Peers.LIMIT)
              .text();
      call.outgoing.prack(next, "");
      call.incoming.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
      call.incoming.answer();
      call.end();
    }
  }

  @Nested
  class TheAnswer {

    @Test
    void waitsForThePrackThatItCrosses() throws IOException {
      try (Peers peers = peers(Medium.UDP4)) {
        Try call = new Try(peers, Medium.UDP4, "Supported");
        call.ringsReliably(1, "");
        SipText progress = call.outgoing.awaitStatus(183, Peers.LIMIT);
        call.incoming.answer();
        // Something that comes after the 200 on the same socket has an answer: the 200 was read.
        peers
            .callee()
            .request("OPTIONS", "sip:127.0.60.2", server.socket("ext-udp4"))
            .awaitFinal(Peers.LIMIT);
        assertThat(call.outgoing.invite().responses()).noneMatch(one -> one.status() == 200);
        call.outgoing.prack(progress, "");
        call.incoming.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
        call.end();
      }
    }

    @Test
    void thatWaitsIsEndedWhenTheCallerGivesUp() throws IOException {
      try (Peers peers = peers(Medium.UDP4)) {
        Try call = new Try(peers, Medium.UDP4, "Supported");
        call.ringsReliably(1, "");
        call.outgoing.awaitStatus(183, Peers.LIMIT);
        call.incoming.answer();
        peers
            .callee()
            .request("OPTIONS", "sip:127.0.60.2", server.socket("ext-udp4"))
            .awaitFinal(Peers.LIMIT);
        call.outgoing.cancel().awaitStatus(200, Peers.LIMIT);
        call.outgoing.awaitStatus(487, Peers.LIMIT);
        call.incoming.awaitAck(Peers.LIMIT);
        call.incoming.awaitRequest("BYE", Peers.LIMIT);
      }
    }

    @Test
    void is504WhereNoPrackComes() throws IOException {
      try (Peers peers = peers(Medium.UDP4)) {
        Try call = new Try(peers, Medium.UDP4, "Supported");
        call.ringsReliably(1, "");
        call.outgoing.awaitStatus(504, NO_PRACK);
        call.incoming.awaitRequest("CANCEL", Peers.LIMIT);
        call.incoming.awaitAck(Peers.LIMIT);
        long[] rseqs =
            call.outgoing.invite().responses().stream()
                .flatMap(response -> response.header("RSeq").stream())
                .mapToLong(Long::parseLong)
                .distinct()
                .toArray();
        assertThat(rseqs).as("a repeated response is the same").hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE", "INFO"})
  void leadToAnEarlyDialogThatTakesRequestsBothWays(String method) throws IOException {
    try (Peers peers = peers(Medium.TCP4)) {
      Try call = new Try(peers, Medium.TCP4, "Supported");
      call.ringsReliably(1, OFFER);
      call.outgoing.prack(call.outgoing.awaitStatus(183, Peers.LIMIT), "");
      call.incoming.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
      call.outgoing.request(method, OFFER).awaitStatus(200, Peers.LIMIT);
      call.incoming.request(method, OFFER).awaitStatus(200, Peers.LIMIT);
      call.incoming.answer();
      call.end();
      assertThat(peers.violations()).isEmpty();
    }
  }
}
