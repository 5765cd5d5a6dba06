package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.Sdp;

/** One INVITE that reaches several callees. See RFC 3261 §13.2.2.4. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForkedCallIT {
  private static final String OFFER = Sdp.audio(Medium.loopback("127.0.60.99"));

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  ForkedCallIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private Peers peers(Medium to) throws IOException {
    Peers peers = Peers.open(server, grid, Medium.UDP4, to, ladder);
    peers.callee().answerCalls(Answering.silent());
    return peers;
  }

  @ParameterizedTest
  @EnumSource(
      value = Medium.class,
      names = {"UDP4", "TCP4"})
  void isThatOfTheCalleeWhoAnswers(Medium to) throws IOException {
    try (Peers peers = peers(to)) {
      OutgoingCall outgoing = peers.call();
      IncomingCall first = peers.awaitCall();
      IncomingCall second = first.fork();
      first.ring();
      second.respond(183, "");
      outgoing.awaitStatus(180, Peers.LIMIT);
      outgoing.awaitStatus(183, Peers.LIMIT);
      second.answer();
      outgoing.awaitStatus(200, Peers.LIMIT);
      outgoing.ack();
      second.awaitAck(Peers.LIMIT);
      outgoing.request("INFO", "").awaitStatus(200, Peers.LIMIT);
      second.awaitRequest("INFO", Peers.LIMIT);
      second.request("INFO", "").awaitStatus(200, Peers.LIMIT);
      second.bye().awaitStatus(200, Peers.LIMIT);
      outgoing.awaitRequest("BYE", Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void endsWhatAnotherCalleeAnswers() throws IOException {
    try (Peers peers = peers(Medium.UDP4)) {
      OutgoingCall outgoing = peers.call();
      IncomingCall first = peers.awaitCall();
      IncomingCall second = first.fork();
      first.ring();
      second.ring();
      first.answer();
      outgoing.awaitStatus(200, Peers.LIMIT);
      second.answer();
      second.awaitAck(Peers.LIMIT);
      second.awaitRequest("BYE", Peers.LIMIT);
      outgoing.ack();
      first.awaitAck(Peers.LIMIT);
      outgoing.bye().awaitStatus(200, Peers.LIMIT);
      first.awaitRequest("BYE", Peers.LIMIT);
    }
  }

  @Test
  void acknowledgesEachCalleesProvisionalResponseInItsDialog() throws IOException {
    try (Peers peers = peers(Medium.UDP4)) {
      OutgoingCall outgoing =
          peers
              .caller()
              .invite(
                  "sip:udp4-anybody@example.com",
                  server.socket("int-udp4"),
                  OFFER,
                  new Header("Supported", "100rel"));
      IncomingCall first = peers.awaitCall();
      IncomingCall second = first.fork();
      for (IncomingCall callee : new IncomingCall[] {first, second}) {
        callee.hold("PRACK");
        callee.respond(183, "", new Header("Require", "100rel"), new Header("RSeq", "1"));
      }
      SipText one = outgoing.awaitStatus(183, Peers.LIMIT);
      outgoing.prack(one, "");
      first.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
      SipText next =
          peers
              .caller()
              .log()
              .await(
                  message ->
                      message.text().status() == 183
                          && !message.text().header("RSeq").equals(one.header("RSeq")),
                  Peers.LIMIT)
              .text();
      outgoing.prack(next, "");
      second.awaitHeld("PRACK", Peers.LIMIT).respond(200, "");
      second.answer();
      outgoing.awaitStatus(200, Peers.LIMIT);
      outgoing.ack();
      second.awaitAck(Peers.LIMIT);
      outgoing.bye().awaitStatus(200, Peers.LIMIT);
    }
  }
}
