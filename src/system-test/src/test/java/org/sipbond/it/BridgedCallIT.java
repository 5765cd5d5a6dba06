package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.promise.PromiseCheck;
import org.sipbond.wire.promise.Side;

/** Whole calls through the EAR, from every transport and family to every other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BridgedCallIT {
  private static final String[] WHOLE_CALL = {
    "INVITE", "180 Ringing", "200 OK", "ACK", "BYE", "200 OK (BYE)"
  };

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  BridgedCallIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  static Stream<Arguments> ways() {
    return Medium.plain().stream()
        .flatMap(from -> Medium.plain().stream().map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("ways")
  void keepsItsPromisesWhenTheCallerHangsUp(Medium from, Medium to) throws IOException {
    try (Peers peers = Peers.open(server, grid, from, to, ladder)) {
      Peers.Established call = peers.establish();
      call.outgoing().bye().awaitStatus(200, Peers.LIMIT);
      call.incoming().awaitRequest("BYE", Peers.LIMIT);
      checkWholeCall(peers);
    }
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("ways")
  void keepsItsPromisesWhenTheCalleeHangsUp(Medium from, Medium to) throws IOException {
    try (Peers peers = Peers.open(server, grid, from, to, ladder)) {
      Peers.Established call = peers.establish();
      call.incoming().bye().awaitStatus(200, Peers.LIMIT);
      call.outgoing().awaitRequest("BYE", Peers.LIMIT);
      checkWholeCall(peers);
    }
  }

  /** A peer may end its connection with the call, before or after it has read the 200. */
  @RepeatedTest(5)
  void hangsUpOnTheCalleeWhenTheCallerIsGoneWithItsBye() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.TCP4, Medium.UDP4, ladder)) {
      Peers.Established call = peers.establish();
      call.outgoing().bye();
      peers.caller().close();
      call.incoming().awaitRequest("BYE", Peers.LIMIT);
    }
  }

  @Test
  void namesTheAdvertisedAddressToTheCallee() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.TCP6, Medium.UDP4, "ext-nat", ladder)) {
      Peers.Established call = peers.establish();
      call.outgoing().bye().awaitStatus(200, Peers.LIMIT);
      checkWholeCall(peers);
      assertThat(peers.callee().messages().get(0).text().topVia().orElseThrow().sentBy())
          .isEqualTo(server.listener("ext-nat").advertised());
    }
  }

  @Test
  void namesTheAdvertisedAddressToTheCaller() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, 12));
        Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      peers.callee().answerCalls();
      caller.send(server.socket("ext-nat"), request(caller, "INVITE", ""), "");
      SipText ok = caller.await("200 OK").text();
      String tag = ";tag=" + ok.toTag().orElseThrow();
      caller.send(server.socket("ext-nat"), request(caller, "ACK", tag), "");
      caller.send(server.socket("ext-nat"), request(caller, "BYE", tag), "");
      caller.await("200 OK (BYE)");
      Peers.await(peers.callee(), "200 OK (BYE)");
      List<WireMessage> messages = new ArrayList<>(caller.messages());
      messages.addAll(peers.callee().messages());
      assertThat(
              PromiseCheck.between(
                      side("nat", "ext-nat", caller.address()),
                      side("intern", "int-udp4", peers.callee().address()))
                  .violations(messages))
          .isEmpty();
      assertThat(ok.addresses("Contact").get(0).uri())
          .isEqualTo("sip:" + server.listener("ext-nat").advertised());
    }
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private Side side(String bond, String listener, InetSocketAddress peer) {
    return Side.of(bond, List.of(server.listener(listener)), Endpoints.of(peer));
  }

  private static String request(RawPeer caller, String method, String toTag) {
    String me = WireMessage.text(caller.address());
    return """
    %1$s sip:anybody@198.51.100.7 SIP/2.0
    Via: SIP/2.0/UDP %2$s;branch=z9hG4bK-%1$s-%3$d
    Max-Forwards: 70
    From: <sip:carol@example.com>;tag=carol-%3$d
    To: <sip:anybody@198.51.100.7>%4$s
    Call-ID: advertised-%3$d
    CSeq: %5$d %1$s
    Contact: <sip:carol@%2$s>
    """
        .formatted(method, me, caller.address().getPort(), toTag, method.equals("BYE") ? 2 : 1);
  }

  private static void checkWholeCall(Peers peers) {
    Peers.await(peers.caller(), "200 OK (BYE)");
    Peers.await(peers.callee(), "200 OK (BYE)");
    assertThat(Peers.summaries(peers.caller())).containsExactly(WHOLE_CALL);
    assertThat(Peers.summaries(peers.callee())).containsExactly(WHOLE_CALL);
    assertThat(peers.violations()).isEmpty();
  }
}
