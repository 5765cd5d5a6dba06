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
  static final String OFFER = "v=0\r\nc=IN IP4 192.0.2.31\r\nm=audio 4000 RTP/AVP 0\r\n";
  static final String ANSWER = "v=0\r\nc=IN IP4 192.0.2.77\r\nm=audio 4002 RTP/AVP 0\r\n";
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
      LeakyTalk talk = talk(caller, callee);
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
      LeakyTalk talk = talk(caller, callee);
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
      LeakyTalk talk = talk(caller, callee);
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
      LeakyTalk talk = talk(caller, callee);
      assertThat(talk.establishWithLateOffer().text().body()).hasToString(ANSWER);
      assertThat(callee.messages().get(0).text().body().length()).isZero();
      talk.byeFromTheCallee();
    }
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private LeakyTalk talk(RawPeer caller, RawPeer callee) {
    talks++;
    return new LeakyTalk(talks, caller, callee, server.socket("int-udp4"));
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
}
