package org.sipbond.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipbond.container.TestArchives.address;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.capture.TsharkCapture;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.testkit.program.RequiresProgram;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.Via;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.UserAgent;
import org.sipbond.wire.ladder.Lane;

/** A destination that the application names, as tshark sees what it does and does not leave. */
@RequiresProgram("tshark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DestinationIT {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String CALLEE = "sip:callee@pbx.example.com";
  private static final Listener CONTROL =
      Listener.of("control", Transport.UDP, address("127.0.27.1"), 27100);
  private static final Listener CONTROL6 =
      Listener.of("udp6", Transport.UDP, address("::1"), 27104);
  private static final List<Listener> LISTENERS =
      List.of(
          CONTROL,
          Listener.of("other-udp", Transport.UDP, address("127.0.27.1"), 27101),
          Listener.of("udp", Transport.UDP, address("127.0.27.2"), 27102),
          Listener.of("tcp", Transport.TCP, address("127.0.27.2"), 27103),
          CONTROL6,
          Listener.of("tcp6", Transport.TCP, address("::1"), 27105),
          advertised("public-udp", Transport.UDP, 27106),
          advertised("public-tcp", Transport.TCP, 27107));

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final SipContainer container;

  DestinationIT(@TempDir Path folder) throws IOException {
    Path sar =
        TestArchives.write(
            folder.resolve("steering.sar"), TestArchives.sar("sipbond", SteeringServlet.class));
    container =
        SipContainer.builder(folder.resolve("base"))
            .listeners(LISTENERS)
            .http(InetAddress.getLoopbackAddress(), 0)
            .application(Application.of(sar))
            .build();
  }

  @BeforeAll
  void start() throws ContainerException {
    container.start();
  }

  @AfterAll
  void stop() throws ContainerException {
    container.stop();
  }

  /** The transport that the request-URI asks for is not always the one that DNS gave. */
  @ParameterizedTest
  @CsvSource({
    "udp,",
    "tcp,",
    "udp6,",
    "tcp6,",
    "public-udp,",
    "public-tcp,",
    "udp, tcp",
    "tcp, udp",
    "public-udp, tcp",
    "public-tcp, udp"
  })
  void getsInviteAckAndByeWithNothingExtraInThem(String name, String asked) throws IOException {
    Listener listener = listener(name);
    try (UserAgent agent = agent(listener);
        TsharkCapture capture = capture(agent, listener)) {
      agent.answerCalls();
      call(agent, listener, asked == null ? "" : ";asked=" + asked);
      IncomingCall call = agent.awaitCall(LIMIT);
      call.awaitAck(LIMIT);
      call.awaitRequest("BYE", LIMIT);
      List<WireMessage> sent = requestsTo(agent, capture.stop());
      assertThat(sent)
          .extracting(message -> message.text().method())
          .contains("INVITE", "ACK", "BYE");
      assertThat(sent).allSatisfy(message -> leftBy(listener, agent, message));
      assertThat(sent.get(0).text().requestUri())
          .isEqualTo(CALLEE + (asked == null ? "" : ";transport=" + asked));
    }
  }

  @ParameterizedTest
  @CsvSource({"udp", "tcp", "udp6", "tcp6", "public-tcp"})
  void getsTheCancelOfItsInvite(String name) throws IOException {
    Listener listener = listener(name);
    try (UserAgent agent = agent(listener);
        TsharkCapture capture = capture(agent, listener)) {
      agent.answerCalls(Answering.whenTold());
      call(agent, listener, ";cancel");
      IncomingCall call = agent.awaitCall(LIMIT);
      call.awaitRequest("CANCEL", LIMIT);
      call.awaitAck(LIMIT);
      List<WireMessage> sent = requestsTo(agent, capture.stop());
      assertThat(sent)
          .extracting(message -> message.text().method())
          .contains("INVITE", "CANCEL", "ACK");
      assertThat(sent).allSatisfy(message -> leftBy(listener, agent, message));
      assertThat(sent).extracting(message -> message.text().requestUri()).containsOnly(CALLEE);
    }
  }

  @Test
  void isNeededWhereTheRequestUriHasAName() throws IOException {
    try (UserAgent agent = agent(CONTROL)) {
      SipText response = options(agent, CALLEE + ";by=27102");
      assertThat(response.header("X-Sent"))
          .contains(
              "no: no destination for INVITE: next hop is pbx.example.com; allowed: an IP address,"
                  + " or a request with a destination");
    }
  }

  @Test
  void isAnnouncedToTheApplication() throws IOException {
    try (UserAgent agent = agent(CONTROL)) {
      assertThat(options(agent, CALLEE + ";by=27102").header("X-Announced")).contains("true");
    }
  }

  /** Also where the peer's Contact is a name that asks for another transport. */
  @Test
  void isKeptWithinTheDialog() throws IOException {
    Listener udp = listener("udp");
    try (RawPeer peer = new RawPeer(here(udp), LIMIT)) {
      tellToCall(udp, peer.port(), "");
      SipText invite = peer.await("INVITE");
      Header contact = new Header("Contact", "<sip:other@sip.example.com;transport=tcp>");
      peer.answer(invite, "200 OK", socket(udp), contact);
      SipText ack = peer.await("ACK");
      SipText bye = peer.await("BYE");
      peer.answer(invite, "200 OK", socket(udp), contact);
      assertThat(peer.await("ACK")).isEqualTo(ack);
      assertThat(List.of(ack, bye))
          .allSatisfy(
              request -> {
                assertThat(request.requestUri())
                    .isEqualTo("sip:other@sip.example.com;transport=tcp");
                assertThat(request.headers("Route")).isEmpty();
                assertThat(request.topVia().map(Via::transport)).contains(Transport.UDP);
              });
      peer.answer(bye, "200 OK", socket(udp));
    }
  }

  /** RFC 3261 §16.12.1.2: the first of the route set becomes the request-URI. */
  @Test
  void leavesStrictRoutingAsItIs() throws IOException {
    Listener udp = listener("udp");
    try (RawPeer peer = new RawPeer(here(udp), LIMIT)) {
      tellToCall(udp, peer.port(), "");
      SipText invite = peer.await("INVITE");
      peer.answer(
          invite,
          "200 OK",
          socket(udp),
          new Header("Contact", "<sip:other@sip.example.com>"),
          new Header("Record-Route", "<sip:strict.example.com>"));
      SipText ack = peer.await("ACK");
      SipText bye = peer.await("BYE");
      assertThat(List.of(ack, bye))
          .allSatisfy(
              request -> {
                assertThat(request.requestUri()).isEqualTo("sip:strict.example.com");
                assertThat(request.values("Route")).containsExactly("<sip:other@sip.example.com>");
              });
      peer.answer(bye, "200 OK", socket(udp));
    }
  }

  @Test
  void isNotTakenFromARequestOfAPeer() throws IOException {
    try (RawPeer peer = new RawPeer(here(CONTROL), LIMIT)) {
      peer.send(
          """
          OPTIONS sip:anybody@example.com SIP/2.0
          Via: SIP/2.0/UDP 127.0.27.100:%d;branch=z9hG4bKnot-taken
          Max-Forwards: 70
          From: <sip:peer@example.com>;tag=1
          To: <sip:anybody@example.com>
          Call-ID: not-taken
          CSeq: 1 OPTIONS
          X-Sipbond-Destination: udp:127.0.27.100:5060;domain=example.com
          Content-Length: 0

          """
              .formatted(peer.port()),
          socket(CONTROL));
      assertThat(peer.await("SIP/2.0 200").header("X-Given")).contains("null");
    }
  }

  @Test
  void isNotTakenFromAResponseOfAPeer() throws IOException {
    Listener udp = listener("udp");
    try (RawPeer peer = new RawPeer(here(udp), LIMIT);
        UserAgent control = UserAgent.open("control", Transport.UDP, here(udp), 0)) {
      ClientTransaction told =
          control.request("OPTIONS", told(udp, peer.port(), ";outcome"), socket(CONTROL));
      peer.answer(
          peer.await("INVITE"),
          "480 Temporarily Unavailable",
          socket(udp),
          new Header("X-Sipbond-Destination", "udp:127.0.27.100:5060;domain=example.com"));
      assertThat(told.awaitFinal(LIMIT).header("X-Outcome").orElseThrow())
          .startsWith("480 null trying=0 given=null");
    }
  }

  private static void call(UserAgent agent, Listener listener, String more) throws IOException {
    tellToCall(listener, agent.address().getPort(), more);
  }

  private static void tellToCall(Listener listener, int port, String more) throws IOException {
    try (UserAgent control = UserAgent.open("control", Transport.UDP, here(listener), 0)) {
      SipText response = options(control, told(listener, port, more));
      assertThat(response.header("X-Sent")).contains("yes");
    }
  }

  private static String told(Listener listener, int port, String more) {
    return "%s;by=%d;over=%s;at=%d%s"
        .formatted(CALLEE, listener.port(), listener.transport(), port, more);
  }

  private static SipText options(UserAgent agent, String uri) {
    Listener control = agent.address().getAddress() instanceof Inet4Address ? CONTROL : CONTROL6;
    return agent.request("OPTIONS", uri, socket(control)).awaitFinal(LIMIT);
  }

  private static void leftBy(Listener listener, UserAgent agent, WireMessage message) {
    SipText text = message.text();
    assertThat(message.source().getAddress()).isEqualTo(listener.address());
    if (udp(listener)) {
      assertThat(message.source().getPort()).isEqualTo(listener.port());
    }
    assertThat(message.transport()).isEqualTo(listener.transport());
    assertThat(text.vias())
        .singleElement()
        .satisfies(
            via -> {
              assertThat(via.transport()).isEqualTo(listener.transport());
              assertThat(via.sentBy()).isEqualTo(listener.advertised());
            });
    if (text.isRequest("INVITE")) {
      String transport = udp(listener) ? "" : ";transport=" + listener.transport();
      assertThat(text.addresses("Contact"))
          .singleElement()
          .hasFieldOrPropertyWithValue("uri", "sip:from@" + listener.advertised() + transport);
    }
    assertThat(text.headers("Route")).isEmpty();
    assertThat(text.toString())
        .doesNotContainIgnoringCase("sipbond-destination")
        .doesNotContainIgnoringCase("domain=");
    if (text.isRequest("ACK") || text.isRequest("BYE")) {
      assertThat(text.requestUri()).isIn(CALLEE, agent.uri());
    }
  }

  private static boolean udp(Listener listener) {
    return listener.transport() == Transport.UDP;
  }

  private List<WireMessage> requestsTo(UserAgent agent, List<WireMessage> messages) {
    return messages.stream()
        .filter(message -> message.destination().equals(agent.address()))
        .filter(message -> message.text().isRequest())
        .toList();
  }

  private TsharkCapture capture(UserAgent agent, Listener listener) {
    TsharkCapture capture = TsharkCapture.start(Endpoints.of(agent.address(), socket(listener)));
    ladder.lanes(Lane.of(listener.name(), socket(listener)), Lane.of("callee", agent.address()));
    ladder.of(capture::messages);
    return capture;
  }

  private static Listener listener(String name) {
    return LISTENERS.stream()
        .filter(listener -> listener.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Listener advertised(String name, Transport transport, int port) {
    return new Listener(
        name, transport, address("127.0.27.3"), port, new HostPort("198.51.100.7", port));
  }

  private static UserAgent agent(Listener listener) throws IOException {
    return UserAgent.open("callee", listener.transport(), here(listener), 0);
  }

  private static InetAddress here(Listener listener) {
    return address(listener.family() == AddressFamily.IPV4 ? "127.0.27.100" : "::1");
  }

  private static InetSocketAddress socket(Listener listener) {
    return new InetSocketAddress(listener.address(), listener.port());
  }
}
