package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.NameAddr;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.promise.PromiseCheck;
import org.sipbond.wire.promise.Side;

/**
 * Both peers are proxies with phones behind them, and write into their messages whatever could tell
 * the other side about theirs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeaderLeakIT {
  private static final String OFFER = "v=0\r\nc=IN IP4 192.0.2.31\r\nm=audio 4000 RTP/AVP 0\r\n";
  private static final String ANSWER = "v=0\r\nc=IN IP4 192.0.2.77\r\nm=audio 4002 RTP/AVP 0\r\n";
  private static final List<String> OF_THE_CALLER =
      List.of(
          "127.0.60.11",
          "127.0.60.1:",
          "192.0.2.31",
          "caller-tag",
          "caller-branch",
          "caller-call",
          "caller-record",
          "Caller-Phone",
          "caller.example.com",
          "caller-product");
  private static final List<String> OF_THE_CALLEE =
      List.of(
          "127.0.60.21",
          "127.0.60.2:",
          "192.0.2.77",
          "callee-tag",
          "callee-branch",
          "callee-record",
          "Callee-Phone",
          "callee.example.com",
          "callee-product");

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final InetSocketAddress calleeSocket = grid.free(Medium.UDP4, 21);
  private final Server server;
  private int talks;

  HeaderLeakIT(@TempDir Path base) throws IOException, ContainerException {
    grid.hop("phone", Medium.UDP4.uri(calleeSocket));
    server = Server.start(base, grid.document());
  }

  @Test
  void tellsNeitherSideAnythingOfTheOther() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, 11));
        RawPeer callee = RawPeer.open(calleeSocket)) {
      ladder.of(caller::messages);
      ladder.of(callee::messages);
      Talk talk = talk(caller, callee);
      talk.establish();
      talk.infoFromTheCallee();
      talk.byeFromTheCallee();

      assertThat(received(callee)).isNotEmpty().allSatisfy(text -> holdsNone(text, OF_THE_CALLER));
      assertThat(received(caller)).isNotEmpty().allSatisfy(text -> holdsNone(text, OF_THE_CALLEE));
      assertThat(check(caller, callee).violations(messages(caller, callee))).isEmpty();
    }
  }

  @Test
  void givesEachSideItsOwnBack() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, 11));
        RawPeer callee = RawPeer.open(calleeSocket)) {
      Talk talk = talk(caller, callee);
      WireMessage ok = talk.establish();
      assertThat(ok.text().values("Record-Route")).containsExactly(talk.recordRouteOfTheCaller());
      assertThat(ok.text().vias()).hasSize(2);
      assertThat(ok.text().callId()).contains(talk.callId());
      SipText bye = talk.byeFromTheCallee().text();
      assertThat(bye.values("Route")).containsExactly(talk.recordRouteOfTheCaller());
      assertThat(bye.requestUri()).startsWith("sip:alice@192.0.2.31:5070");
    }
  }

  @Test
  void carriesWhatIsMeantForTheOtherSide() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, 11));
        RawPeer callee = RawPeer.open(calleeSocket)) {
      Talk talk = talk(caller, callee);
      SipText ok = talk.establish().text();
      SipText invite = callee.messages().get(0).text();
      talk.byeFromTheCallee();
      assertThat(invite.header("Subject")).contains("for everybody");
      assertThat(invite.header("From").map(NameAddr::parse).map(NameAddr::uri))
          .contains("sip:alice@127.0.60.2");
      assertThat(invite.body()).hasToString(OFFER);
      assertThat(ok.body()).hasToString(ANSWER);
      assertThat(ok.header("Subject")).contains("for everybody too");
    }
  }

  @Test
  void carriesTheAnswerToALateOfferInTheAck() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, 11));
        RawPeer callee = RawPeer.open(calleeSocket)) {
      Talk talk = talk(caller, callee);
      assertThat(talk.establishWithLateOffer().text().body()).hasToString(ANSWER);
      assertThat(callee.messages().get(0).text().body().length()).isZero();
      talk.byeFromTheCallee();
    }
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    try (server) {
      Sessions.awaitNone();
    }
  }

  private Talk talk(RawPeer caller, RawPeer callee) {
    talks++;
    return new Talk(talks, caller, callee, server.socket("int-udp4"));
  }

  private PromiseCheck check(RawPeer caller, RawPeer callee) {
    return PromiseCheck.between(
        Side.of("intern", List.of(server.listener("int-udp4")), Endpoints.of(caller.address())),
        Side.of("extern", List.of(server.listener("ext-udp4")), Endpoints.of(callee.address())));
  }

  private static List<WireMessage> messages(RawPeer caller, RawPeer callee) {
    return Stream.concat(caller.messages().stream(), callee.messages().stream()).toList();
  }

  private static List<SipText> received(RawPeer peer) {
    return peer.messages().stream()
        .filter(message -> message.destination().equals(peer.address()))
        .map(WireMessage::text)
        .toList();
  }

  /** Not in start line and headers; a body is the media's business. */
  private static void holdsNone(SipText text, List<String> secrets) {
    assertThat(text.toString().split("\n\n", 2)[0]).doesNotContain(secrets);
  }

  /** One call between the two. */
  private record Talk(int id, RawPeer caller, RawPeer callee, InetSocketAddress ingress) {
    String callId() {
      return "caller-call-" + id + "@192.0.2.31";
    }

    String recordRouteOfTheCaller() {
      return "<sip:127.0.60.11:" + caller.address().getPort() + ";lr;caller-record=1>";
    }

    /** Gives the 200 as the caller has it. */
    WireMessage establish() throws IOException {
      invite(OFFER);
      WireMessage ok = answered(ANSWER);
      ack(ok, "");
      return ok;
    }

    /** Gives the ACK as the callee has it. */
    WireMessage establishWithLateOffer() throws IOException {
      invite("");
      ack(answered(OFFER), ANSWER);
      return callee.messages().get(callee.messages().size() - 1);
    }

    private void invite(String offer) throws IOException {
      caller.send(ingress, head("INVITE", "sip:phone-1@example.com", "", 1), offer);
    }

    private WireMessage answered(String sdp) throws IOException {
      WireMessage invite = callee.await("INVITE");
      callee.respond(invite, "180 Ringing", "callee-tag-" + id, ofTheCallee(""), "");
      caller.await("180 Ringing");
      String more = sdp.isEmpty() ? "" : "Content-Type: application/sdp\n";
      callee.respond(invite, "200 OK", "callee-tag-" + id, ofTheCallee(more), sdp);
      return caller.await("200 OK");
    }

    private void ack(WireMessage ok, String sdp) throws IOException {
      String contact = ok.text().addresses("Contact").get(0).uri();
      caller.send(ingress, head("ACK", contact, ok.text().toTag().orElseThrow(), 1), sdp);
      callee.await("ACK");
    }

    void infoFromTheCallee() throws IOException {
      callee.send(callee.messages().get(0).source(), inDialog("INFO", 1), "");
      WireMessage info = caller.await("INFO");
      caller.respond(
          info, "200 OK", "", "Server: Caller-Phone/1\nWarning: 399 192.0.2.31 \"x\"", "");
      callee.await("200 OK (INFO)");
    }

    /** Gives the BYE as the caller has it. */
    WireMessage byeFromTheCallee() throws IOException {
      callee.send(callee.messages().get(0).source(), inDialog("BYE", 2), "");
      WireMessage bye = caller.await("BYE");
      caller.respond(bye, "200 OK", "", "Server: Caller-Phone/1", "");
      callee.await("200 OK (BYE)");
      return bye;
    }

    private String head(String method, String uri, String toTag, int number) {
      return """
      %s %s SIP/2.0
      Via: SIP/2.0/UDP 127.0.60.11:%d;branch=z9hG4bK-caller-branch-%s-%s-2
      Via: SIP/2.0/UDP 192.0.2.31:5070;branch=z9hG4bK-caller-branch-%s-%s-1;received=192.0.2.31
      Record-Route: %s
      Route: <sip:127.0.60.1:%d;lr>
      Max-Forwards: 69
      From: "Alice" <sip:alice@192.0.2.31:5070>;tag=caller-tag-%s
      To: <sip:phone-1@example.com>%s
      Call-ID: %s
      CSeq: %d %s
      Contact: <sip:alice@192.0.2.31:5070>;+sip.instance="<urn:caller-product>"
      User-Agent: Caller-Phone/1
      Warning: 399 caller.example.com "nothing"
      Supported: timer, 100rel, path
      Path: <sip:caller.example.com;lr>
      Service-Route: <sip:caller.example.com;lr>
      Subject: for everybody
      Content-Type: application/sdp
      """
          .formatted(
              method,
              uri,
              caller.address().getPort(),
              id,
              method,
              id,
              method,
              recordRouteOfTheCaller(),
              ingress.getPort(),
              id,
              toTag.isEmpty() ? "" : ";tag=" + toTag,
              callId(),
              number,
              method);
    }

    private String ofTheCallee(String more) {
      return """
      Record-Route: <sip:127.0.60.21:%d;lr;callee-record=1>
      Contact: <sip:bob@192.0.2.77:5071>;+sip.instance="<urn:callee-product>"
      Server: Callee-Phone/2
      User-Agent: Callee-Phone/2
      Warning: 399 callee.example.com "nothing"
      Subject: for everybody too
      """
              .formatted(callee.address().getPort())
          + more.strip();
    }

    private String inDialog(String method, int number) {
      SipText invite = callee.messages().get(0).text();
      return """
      %s %s SIP/2.0
      Via: SIP/2.0/UDP 127.0.60.21:%d;branch=z9hG4bK-callee-branch-%s-%s-2
      Via: SIP/2.0/UDP 192.0.2.77:5071;branch=z9hG4bK-callee-branch-%s-%s-1
      Max-Forwards: 69
      From: %s;tag=callee-tag-%s
      To: %s
      Call-ID: %s
      CSeq: %d %s
      User-Agent: Callee-Phone/2
      Contact: <sip:bob@192.0.2.77:5071>
      """
          .formatted(
              method,
              invite.addresses("Contact").get(0).uri(),
              callee.address().getPort(),
              id,
              method,
              id,
              method,
              invite.header("To").orElseThrow(),
              id,
              invite.header("From").orElseThrow(),
              invite.callId().orElseThrow(),
              number,
              method);
    }
  }
}
