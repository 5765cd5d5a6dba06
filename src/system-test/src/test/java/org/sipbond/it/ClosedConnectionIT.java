package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;
import org.sipbond.wire.ladder.Lane;

/**
 * A peer on TCP closes its connection in mid-call: the next request of the dialog opens another one
 * from the member of the leg (RFC 3261 §18.1.1), and where nobody listens any more the other side
 * is told and can end the call.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedConnectionIT {
  private static final byte[] NONE = {};

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;
  private int calls;

  ClosedConnectionIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  @Test
  void isReplacedWhereTheCalleeListensAgain() throws IOException {
    try (RawStream callee = RawStream.listen(grid.callee(Medium.TCP4));
        UserAgent caller = udp("alice", grid.free(Medium.UDP4, 10))) {
      OutgoingCall call = established(caller, callee);
      callee.drop();
      ClientTransaction info = call.request("INFO", "");
      callee.respond(callee.await("INFO"), "200 OK", "", NONE);
      info.awaitStatus(200, Peers.LIMIT);
      assertThat(callee.remote().getAddress()).isEqualTo(server.socket("ext-tcp4").getAddress());
      callee.drop();
      ClientTransaction bye = call.bye();
      callee.respond(callee.await("BYE"), "200 OK", "", NONE);
      bye.awaitStatus(200, Peers.LIMIT);
    }
  }

  @Test
  void isToldToTheCallerWhereTheCalleeIsGone() throws IOException {
    try (UserAgent caller = udp("alice", grid.free(Medium.UDP4, 10))) {
      OutgoingCall call;
      try (RawStream callee = RawStream.listen(grid.callee(Medium.TCP4))) {
        call = established(caller, callee);
      }
      call.request("INFO", "").awaitStatus(503, Peers.LIMIT);
      call.bye().awaitStatus(200, Peers.LIMIT);
    }
  }

  @Test
  void isReplacedWhereTheCallerListens() throws IOException {
    try (UserAgent callee = udp("bob", grid.callee(Medium.UDP4));
        RawStream contact = RawStream.listen(grid.free(Medium.TCP4, 12))) {
      IncomingCall call = established(contact.address(), callee);
      ClientTransaction info = call.request("INFO", "");
      contact.respond(contact.await("INFO"), "200 OK", "", NONE);
      info.awaitStatus(200, Peers.LIMIT);
      assertThat(contact.remote().getAddress()).isEqualTo(server.socket("int-tcp4").getAddress());
      ClientTransaction bye = call.bye();
      contact.respond(contact.await("BYE"), "200 OK", "", NONE);
      bye.awaitStatus(200, Peers.LIMIT);
    }
  }

  @Test
  void isToldToTheCalleeWhereTheCallerIsGone() throws IOException {
    try (UserAgent callee = udp("bob", grid.callee(Medium.UDP4))) {
      IncomingCall call = established(grid.free(Medium.TCP4, 13), callee);
      call.request("INFO", "").awaitStatus(503, Peers.LIMIT);
      call.bye().awaitStatus(200, Peers.LIMIT);
    }
  }

  private UserAgent udp(String name, InetSocketAddress socket) throws IOException {
    UserAgent agent = UserAgent.open(name, Transport.UDP, socket.getAddress(), socket.getPort());
    ladder.lanes(Lane.of(name, agent.address()));
    ladder.of(agent::messages);
    return agent;
  }

  /** A call to a callee on TCP, who has the ACK. */
  private OutgoingCall established(UserAgent caller, RawStream callee) throws IOException {
    OutgoingCall call = caller.invite("sip:tcp4-anybody@example.com", server.socket("int-udp4"));
    callee.respond(callee.await("INVITE"), "200 OK", contact(callee.address()), NONE);
    call.awaitStatus(200, Peers.LIMIT);
    call.ack();
    callee.await("ACK");
    return call;
  }

  /** A call of a caller on TCP, who closes the connection when the callee has the ACK. */
  private IncomingCall established(InetSocketAddress contact, UserAgent callee) throws IOException {
    calls++;
    callee.answerCalls(Answering.silent());
    try (RawStream caller =
        RawStream.connect(grid.free(Medium.TCP4, 11), server.socket("int-tcp4"))) {
      caller.send(request("INVITE", caller.address(), contact, ""), NONE);
      IncomingCall call = callee.awaitCall(Peers.LIMIT);
      call.answer();
      SipText ok = caller.await("200 OK");
      String tag = ";tag=" + ok.toTag().orElseThrow();
      caller.send(request("ACK", caller.address(), contact, tag), NONE);
      call.awaitAck(Peers.LIMIT);
      return call;
    }
  }

  private String request(
      String method, InetSocketAddress from, InetSocketAddress contact, String toTag) {
    return """
    %1$s sip:udp4-anybody@example.com SIP/2.0
    Via: SIP/2.0/TCP %2$s;branch=z9hG4bK-closed-%3$d-%1$s
    Max-Forwards: 70
    From: <sip:alice@example.com>;tag=closed-%3$d
    To: <sip:udp4-anybody@example.com>%4$s
    Call-ID: closed-%3$d
    CSeq: 1 %1$s
    %5$s
    """
        .formatted(method, WireMessage.text(from), calls, toTag, contact(contact));
  }

  private static String contact(InetSocketAddress socket) {
    return "Contact: <sip:phone@" + WireMessage.text(socket) + ";transport=tcp>\n";
  }
}
