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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.IncomingRequest;

/** Requests outside of dialogs, from every transport and family to another one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeIT {
  private static final Header TEXT = new Header("Content-Type", "text/plain");
  private static final String TOO_FAR = "MESSAGE sip:udp4-bob@example.com SIP/2.0";

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  ExchangeIT(@TempDir Path base) throws IOException, ContainerException {
    grid.hop("closed", Medium.TCP4.uri(grid.free(Medium.TCP4, 21)))
        .rule("{ from = intern, method = PUBLISH, user = \"no-*\", role = reject, status = 405 }");
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  static Stream<Arguments> ways() {
    return Stream.of(
            Arguments.of(Medium.UDP4, Medium.UDP4),
            Arguments.of(Medium.UDP4, Medium.TCP6),
            Arguments.of(Medium.TCP6, Medium.UDP4),
            Arguments.of(Medium.TCP4, Medium.UDP6))
        .flatMap(
            way ->
                Stream.of("MESSAGE", "NOTIFY", "OPTIONS", "PUBLISH", "REFER", "SUBSCRIBE", "BREW")
                    .map(method -> Arguments.of(method, way.get()[0], way.get()[1])));
  }

  @ParameterizedTest(name = "{0} from {1} to {2}")
  @MethodSource("ways")
  void bridgesTheRequestAndItsAnswer(String method, Medium from, Medium to) throws IOException {
    try (Peers peers = Peers.open(server, grid, from, to, ladder)) {
      peers.callee().holdRequests(method);
      ClientTransaction sent = peers.request(method, "tea", TEXT, event(), state(), referTo());
      IncomingRequest request = peers.callee().awaitRequest(method, Peers.LIMIT);
      request.respond(
          480, "not now", TEXT, new Header("Retry-After", "7"), new Header("X-Pot", "empty"));
      SipText answer = sent.awaitFinal(Peers.LIMIT);

      assertThat(request.text().body()).hasToString("tea");
      assertThat(request.text().header("Content-Type")).contains("text/plain");
      assertThat(request.text().header("Event")).contains("presence");
      assertThat(request.text().header("Max-Forwards")).contains("69");
      assertThat(request.text().requestUri()).contains(to + "-anybody@");
      assertThat(answer.startLine()).isEqualTo("SIP/2.0 480 Temporarily Unavailable");
      assertThat(answer.body()).hasToString("not now");
      assertThat(answer.header("Retry-After")).contains("7");
      assertThat(answer.header("X-Pot")).contains("empty");
      assertThat(peers.violations()).isEmpty();
    }
  }

  /** An Event header makes SUBSCRIBE and NOTIFY whole; others take it as any header. */
  private static Header event() {
    return new Header("Event", "presence");
  }

  private static Header state() {
    return new Header("Subscription-State", "active;expires=60");
  }

  private static Header referTo() {
    return new Header("Refer-To", "<sip:carol@example.com>");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"200, 200", "202, 202", "302, 302", "404, 404", "408, 504", "486, 486", "603, 603"})
  void relaysEveryFinalStatusBut408(int callee, int caller) throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      peers.callee().holdRequests("MESSAGE");
      ClientTransaction sent = peers.request("MESSAGE", "hello", TEXT);
      peers.callee().awaitRequest("MESSAGE", Peers.LIMIT).respond(callee, "");
      sent.awaitStatus(caller, Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void passesTheTagOfAPublication() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      peers.callee().holdRequests("PUBLISH");
      ClientTransaction sent =
          peers.request(
              "PUBLISH",
              "",
              event(),
              new Header("SIP-If-Match", "dx200xyz"),
              new Header("Expires", "1800"));
      IncomingRequest request = peers.callee().awaitRequest("PUBLISH", Peers.LIMIT);
      request.respond(200, "", new Header("SIP-ETag", "kwj449x"), new Header("Expires", "1800"));
      SipText answer = sent.awaitStatus(200, Peers.LIMIT);
      assertThat(request.text().header("SIP-If-Match")).contains("dx200xyz");
      assertThat(request.text().header("Expires")).contains("1800");
      assertThat(answer.header("SIP-ETag")).contains("kwj449x");
      assertThat(answer.header("Expires")).contains("1800");
    }
  }

  /** RFC 4320 §4.1: 100 when timer E is at T2, and nothing else before the final response. */
  @Test
  void sends100WhenItTakesAWhile() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.TCP4, Medium.TCP4, ladder)) {
      peers.callee().holdRequests("MESSAGE");
      ClientTransaction sent = peers.request("MESSAGE", "hello", TEXT);
      IncomingRequest request = peers.callee().awaitRequest("MESSAGE", Peers.LIMIT);
      request.respond(180, "");
      sent.awaitStatus(100, Peers.LIMIT);
      request.respond(200, "");
      sent.awaitStatus(200, Peers.LIMIT);
      assertThat(sent.responses()).extracting(SipText::status).containsExactly(100, 200);
    }
  }

  @Test
  void answersBeforeTheCallerGivesUp() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.TCP4, Medium.UDP4, ladder)) {
      peers.callee().holdRequests("MESSAGE");
      ClientTransaction sent = peers.request("MESSAGE", "hello", TEXT);
      SipText answer = sent.awaitStatus(504, Peers.LIMIT.plusSeconds(22));
      assertThat(answer.header("Reason"))
          .contains("SIP;cause=504;text=\"next hop did not answer in time\"");
    }
  }

  @Test
  void saysThatNobodyCanBeReached() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      ClientTransaction sent = peers.request("closed-1", "MESSAGE", "hello", TEXT);
      sent.awaitStatus(503, Peers.LIMIT);
      assertThat(Server.application().explainCall(sent.request().callId().orElseThrow()))
          .contains("MESSAGE", "closed", "connect-failed");
      assertThat(peers.violationsOfRefusal()).isEmpty();
    }
  }

  @Test
  void refusesARequestThatHasGoneTooFar() throws IOException {
    InetSocketAddress here = grid.free(Medium.UDP4, 12);
    try (RawPeer caller = RawPeer.open(here)) {
      caller.send(server.socket("int-udp4"), raw(here, TOO_FAR, 0, ""), "");
      assertThat(caller.awaitFinal().text().status()).isEqualTo(483);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INFO", "MESSAGE", "UPDATE", "NOTIFY", "BYE", "SUBSCRIBE"})
  void knowsNoDialogThatIsNotThere(String method) throws IOException {
    InetSocketAddress here = grid.free(Medium.UDP4, 13);
    try (RawPeer caller = RawPeer.open(here)) {
      String line = method + " sip:udp4-bob@example.com SIP/2.0";
      caller.send(server.socket("int-udp4"), raw(here, line, 70, ";tag=gone"), "");
      assertThat(caller.awaitFinal().text().status()).isEqualTo(481);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"REGISTER, 405", "UPDATE, 481", "INFO, 481", "BYE, 481", "PRACK, 481"})
  void refusesWhatIsNothingOutsideOfDialogs(String method, int status) throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      peers.request(method, "").awaitStatus(status, Peers.LIMIT);
      assertThat(peers.violationsOfRefusal()).isEmpty();
    }
  }

  @Test
  void doesNotAllowWhatARuleForbids() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      ClientTransaction sent = peers.request("no-one", "PUBLISH", "", event());
      assertThat(sent.awaitStatus(405, Peers.LIMIT).header("Allow")).isPresent();
      assertThat(peers.violationsOfRefusal()).isEmpty();
    }
  }

  @Test
  void saysToAPingWhatIsServed() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      SipText pong =
          peers
              .caller()
              .request("OPTIONS", "sip:example.com", server.socket("int-udp4"))
              .awaitStatus(200, Peers.LIMIT);
      assertThat(List.of(pong.header("Allow").orElseThrow().split(", *")))
          .contains("INVITE", "MESSAGE", "NOTIFY", "PUBLISH", "REFER", "SUBSCRIBE");
      assertThat(peers.violationsOfRefusal()).isEmpty();
    }
  }

  private static String raw(InetSocketAddress here, String line, int hops, String toTag) {
    String me = "127.0.60.%d:%d".formatted(here.getAddress().getAddress()[3], here.getPort());
    String method = line.substring(0, line.indexOf(' '));
    return """
    %1$s
    Via: SIP/2.0/UDP %2$s;branch=z9hG4bK-%3$s-%4$d
    Max-Forwards: %4$d
    From: <sip:carol@example.com>;tag=carol-%3$s
    To: <sip:bob@example.com>%5$s
    Call-ID: raw-%3$s-%4$d
    CSeq: 1 %3$s
    Event: presence
    Subscription-State: active
    Contact: <sip:carol@%2$s>
    """
        .formatted(line, me, method, hops, toTag);
  }
}
