package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.JMException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.container.ContainerException;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Header;
import org.sipbond.wire.NameAddr;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.Call;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.Sdp;
import org.sipbond.wire.agent.UserAgent;

/** Alice on the intern side calls Bob and Carol, both on the extern side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransferIT {
  private static final String CAROL = "sip:carol-1@example.com";

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final InetSocketAddress carolSocket = grid.free(Medium.UDP4, 40);
  private final Server server;

  TransferIT(@TempDir Path base) throws IOException, ContainerException {
    grid.hop("carol", Medium.UDP4.uri(carolSocket))
        .rule("{ from = extern, to = extern, user = \"carol-*\", next-hop = carol }");
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  /** What a peer calls its dialog with sipbond. */
  private record Named(String callId, String own, String peers) {
    static Named byCaller(SipText answer) {
      return new Named(
          answer.callId().orElseThrow(),
          answer.fromTag().orElseThrow(),
          answer.toTag().orElseThrow());
    }

    static Named byCallee(UserAgent callee, IncomingCall call) {
      SipText answer =
          callee.messages().stream()
              .map(WireMessage::text)
              .filter(text -> text.status() > 100 && text.status() < 300)
              .filter(text -> text.callId().orElseThrow().equals(call.callId()))
              .findFirst()
              .orElseThrow();
      return new Named(call.callId(), answer.toTag().orElseThrow(), answer.fromTag().orElseThrow());
    }

    /** In a header for the other side of the dialog, after the pattern of that header. */
    String sent(String pattern) {
      return pattern.formatted(callId, peers, own);
    }

    /** The same as the peer itself has to get it. */
    String received(String pattern) {
      return pattern.formatted(callId, own, peers);
    }
  }

  /** A call of Alice to Carol. */
  private record Consultation(OutgoingCall outgoing, IncomingCall incoming, Named alices) {}

  private static Consultation consult(Peers peers, UserAgent carol) {
    OutgoingCall outgoing = peers.call("carol-1");
    IncomingCall incoming = carol.awaitCall(Peers.LIMIT);
    incoming.answer();
    SipText answer = outgoing.awaitStatus(200, Peers.LIMIT);
    outgoing.ack();
    incoming.awaitAck(Peers.LIMIT);
    return new Consultation(outgoing, incoming, Named.byCaller(answer));
  }

  /** First, since it counts sessions, and those of calls that are over stay for a minute. */
  @Test
  @Order(1)
  void keepsTheNewCallApartFromTheOneThatItReplaces() throws IOException, JMException {
    try (Peers peers = ofCarol()) {
      Sessions.awaitNone();
      Consultation old = consult(peers, peers.callee());
      OutgoingCall replacing =
          peers
              .caller()
              .invite(
                  CAROL,
                  server.socket("int-udp4"),
                  Sdp.audio(peers.caller().address().getAddress()),
                  new Header("Replaces", old.alices().sent("%s;to-tag=%s;from-tag=%s")));
      IncomingCall replaced = answer(replacing, peers.callee());

      assertThat(Sessions.ofApplications()).isEqualTo(2);
      hangUp(old.incoming());
      old.outgoing().awaitRequest("BYE", Peers.LIMIT);
      replacing.request("INFO", "").awaitStatus(200, Peers.LIMIT);
      hangUp(replaced);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Replaces, replaces, %s;to-tag=%s;from-tag=%s;early-only",
    "Join, join, %s;to-tag=%s;from-tag=%s",
    "Target-Dialog, tdialog, %s;remote-tag=%s;local-tag=%s"
  })
  void namesTheLegBehindUntilTheCallEnds(String header, String option, String pattern)
      throws IOException {
    try (Peers peers = ofCarol()) {
      Consultation call = consult(peers, peers.callee());
      Named carols = Named.byCallee(peers.callee(), call.incoming());
      Header naming = new Header(header, call.alices().sent(pattern));

      SipText meanwhile = naming(peers, naming, new Header("Require", option));
      assertThat(meanwhile.values(header)).containsExactly(carols.received(pattern));
      assertThat(meanwhile.values("Require")).containsExactly(option);
      assertThat(meanwhile.headers("X-Sipbond-" + header)).isEmpty();
      assertThat(peers.violations()).isEmpty();

      hangUp(call.outgoing());
      SipText afterwards = naming(peers, naming, new Header("Supported", option));
      assertThat(afterwards.values(header)).containsExactly(naming.value());
    }
  }

  /** Whether Alice acknowledges it, or sipbond in her place. */
  @ParameterizedTest
  @ValueSource(strings = {"100rel", "tdialog"})
  void namesTheEarlyDialogOfAReliableResponse(String supported) throws IOException {
    try (Peers peers = ofCarol()) {
      peers.callee().answerCalls(Answering.silent());
      OutgoingCall early =
          peers
              .caller()
              .invite(CAROL, server.socket("int-udp4"), "", new Header("Supported", supported));
      IncomingCall ringing = peers.awaitCall();
      ringing.respond(183, "", new Header("Require", "100rel"), new Header("RSeq", "1"));
      SipText progress = early.awaitStatus(183, Peers.LIMIT);
      if (supported.equals("100rel")) {
        early.prack(progress, "").awaitStatus(200, Peers.LIMIT);
      }
      String pattern = "%s;to-tag=%s;from-tag=%s;early-only";
      SipText other = naming(peers, new Header("Replaces", Named.byCaller(progress).sent(pattern)));
      assertThat(other.values("Replaces"))
          .containsExactly(Named.byCallee(peers.callee(), ringing).received(pattern));
      early.cancel().awaitStatus(200, Peers.LIMIT);
      early.awaitStatus(487, Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  /** The INVITE that Carol gets and declines. */
  private SipText naming(Peers peers, Header... more) {
    OutgoingCall call = peers.caller().invite(CAROL, server.socket("int-udp4"), "", more);
    IncomingCall incoming = peers.awaitCall();
    incoming.reject(603);
    call.awaitStatus(603, Peers.LIMIT);
    return incoming.invite();
  }

  static Stream<Medium> media() {
    return Medium.plain().stream();
  }

  @ParameterizedTest(name = "Bob is on {0}")
  @MethodSource("media")
  void transfersToTheOtherCall(Medium medium) throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, medium, ladder);
        UserAgent carol = carol()) {
      Peers.Established toBob = peers.establish();
      Consultation toCarol = consult(peers, carol);
      Named carols = Named.byCallee(carol, toCarol.incoming());
      String member = WireMessage.text(server.socket("int-udp4"));
      String replaces =
          toCarol.alices().sent("%s%%3Bto-tag%%3D%s%%3Bfrom-tag%%3D%s").replace("@", "%40");

      String referTo = refer(toBob, "<sip:carol-1@" + member + "?Replaces=" + replaces + ">");
      assertThat(referTo)
          .isEqualTo(
              "sip:carol-1@%s%s?Replaces=%s",
              WireMessage.text(server.socket("ext-" + medium)),
              medium.transport() == Transport.UDP ? "" : ";transport=tcp",
              carols.received("%s%%3Bto-tag%%3D%s%%3Bfrom-tag%%3D%s"));

      OutgoingCall following = follow(peers.callee(), referTo, medium);
      IncomingCall replaced = answer(following, carol);
      assertThat(replaced.invite().values("Replaces"))
          .containsExactly(carols.received("%s;to-tag=%s;from-tag=%s"));
      hangUp(toCarol.incoming());
      toCarol.outgoing().awaitRequest("BYE", Peers.LIMIT);
      reportSuccess(toBob);
      hangUp(toBob.outgoing());
      replaced.request("INFO", "").awaitStatus(200, Peers.LIMIT);
      hangUp(replaced);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @ParameterizedTest(name = "Bob is on {0}")
  @MethodSource("media")
  void transfersToSomebodyElse(Medium medium) throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.TCP4, medium, ladder);
        UserAgent carol = carol()) {
      Peers.Established toBob = peers.establish();
      assertThat(refer(toBob, "<" + CAROL + ">")).isEqualTo(CAROL);
      OutgoingCall following = follow(peers.callee(), CAROL, medium);
      IncomingCall incoming = answer(following, carol);
      reportSuccess(toBob);
      hangUp(toBob.outgoing(), incoming);
      assertThat(peers.violations()).isEmpty();
    }
  }

  /** Alice refers Bob; the URI that he gets. */
  private static String refer(Peers.Established call, String referTo) {
    call.outgoing()
        .request("REFER", "", new Header("Refer-To", referTo))
        .awaitStatus(200, Peers.LIMIT);
    SipText refer = call.incoming().awaitRequest("REFER", Peers.LIMIT);
    return NameAddr.parse(refer.header("Refer-To").orElseThrow()).uri();
  }

  /** The referee calls whom it was referred to, with what the URI has after its question mark. */
  private OutgoingCall follow(UserAgent referee, String referTo, Medium medium) {
    String[] parts = referTo.split("\\?Replaces=", 2);
    Header[] more =
        Stream.of(parts)
            .skip(1)
            .map(value -> value.replace("%3B", ";").replace("%3D", "="))
            .map(value -> new Header("Replaces", value))
            .toArray(Header[]::new);
    return referee.invite(
        parts[0], server.socket("ext-" + medium), Sdp.audio(referee.address().getAddress()), more);
  }

  private static IncomingCall answer(OutgoingCall call, UserAgent callee) {
    IncomingCall incoming = callee.awaitCall(Peers.LIMIT);
    incoming.answer();
    call.awaitStatus(200, Peers.LIMIT);
    call.ack();
    incoming.awaitAck(Peers.LIMIT);
    return incoming;
  }

  /** Bob tells Alice; see RFC 3515 §2.4.5. */
  private static void reportSuccess(Peers.Established call) {
    call.incoming()
        .request(
            "NOTIFY",
            "SIP/2.0 200 OK\r\n",
            new Header("Event", "refer"),
            new Header("Subscription-State", "terminated;reason=noresource"),
            new Header("Content-Type", "message/sipfrag"))
        .awaitStatus(200, Peers.LIMIT);
    SipText notify = call.outgoing().awaitRequest("NOTIFY", Peers.LIMIT);
    assertThat(notify.body().toString()).startsWith("SIP/2.0 200 OK");
  }

  private static void hangUp(Call... calls) {
    for (Call call : calls) {
      call.bye().awaitStatus(200, Peers.LIMIT);
    }
  }

  /** Alice and Carol, without Bob. */
  private Peers ofCarol() throws IOException {
    InetSocketAddress here = grid.free(Medium.UDP4, 41);
    UserAgent alice =
        UserAgent.open("alice", Medium.UDP4.transport(), here.getAddress(), here.getPort());
    return Peers.open(server, "int-udp4", "ext-udp4", alice, carol(), ladder);
  }

  private UserAgent carol() throws IOException {
    return UserAgent.open(
        "carol", Medium.UDP4.transport(), carolSocket.getAddress(), carolSocket.getPort());
  }
}
