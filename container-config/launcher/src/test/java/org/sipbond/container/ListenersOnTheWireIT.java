package org.sipbond.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipbond.container.TestArchives.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.SipText;
import org.sipbond.wire.Via;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;

/** What peers see of each listener, on real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenersOnTheWireIT {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final List<Listener> LISTENERS =
      List.of(
          Listener.of("first-udp", Transport.UDP, address("127.0.25.1"), 25101),
          Listener.of("second-udp", Transport.UDP, address("127.0.25.2"), 25102),
          Listener.of("tcp", Transport.TCP, address("127.0.25.1"), 25103),
          Listener.of("udp6", Transport.UDP, address("::1"), 25104),
          Listener.of("tcp6", Transport.TCP, address("::1"), 25105),
          new Listener(
              "public-udp",
              Transport.UDP,
              address("127.0.25.3"),
              25106,
              new HostPort("198.51.100.7", 25106)),
          new Listener(
              "public-tcp",
              Transport.TCP,
              address("127.0.25.3"),
              25107,
              new HostPort("sbc.example.com", 25167)));

  private final SipContainer container;

  ListenersOnTheWireIT(@TempDir Path folder) throws IOException {
    Path sar =
        TestArchives.write(
            folder.resolve("calling.sar"), TestArchives.sar("sipbond", CallingServlet.class));
    container =
        SipContainer.builder(folder.resolve("base"))
            .listeners(LISTENERS)
            .http(InetAddress.getLoopbackAddress(), 0)
            .application(Application.of(sar))
            .build();
  }

  static List<Listener> listeners() {
    return LISTENERS;
  }

  @BeforeAll
  void start() throws ContainerException {
    container.start();
  }

  @AfterAll
  void stop() throws ContainerException {
    container.stop();
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void answersOptions(Listener listener) throws IOException {
    try (UserAgent agent = agent(listener)) {
      SipText response =
          agent.request("OPTIONS", "sip:anybody@example.com", socket(listener)).awaitFinal(LIMIT);
      assertThat(response.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void namesItselfInWhatItAnswers(Listener listener) throws IOException {
    try (UserAgent agent = agent(listener)) {
      OutgoingCall call = agent.invite("sip:anybody@example.com", socket(listener));
      SipText ok = call.awaitFinal(LIMIT);
      assertThat(ok.status()).isEqualTo(200);
      assertThat(contact(ok)).isEqualTo(contactOf(listener));
      if (!listener.isAdvertised()) {
        call.ack(); // goes to the advertised address, where nobody is
      }
    }
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void namesItselfInWhatItSends(Listener listener) throws IOException {
    try (UserAgent agent = agent(listener)) {
      agent.answerCalls();
      String parameters = ";transport=" + listener.transport() + ";by=" + listener.port();
      agent
          .request("OPTIONS", agent.uri().replaceAll(";.*", "") + parameters, socket(listener))
          .awaitFinal(LIMIT);
      IncomingCall call = agent.awaitCall(LIMIT);
      call.awaitAck(LIMIT);
      call.awaitRequest("BYE", LIMIT);
      assertThat(contact(call.invite())).isEqualTo(contactOf(listener));
      assertThat(agent.messages())
          .filteredOn(ListenersOnTheWireIT::isRequestOfTheCall)
          .extracting(message -> message.text().method())
          .contains("INVITE", "ACK", "BYE");
      assertThat(agent.messages())
          .filteredOn(ListenersOnTheWireIT::isRequestOfTheCall)
          .allSatisfy(message -> leftBy(listener, message));
    }
  }

  private static void leftBy(Listener listener, WireMessage message) {
    assertThat(message.source().getAddress()).isEqualTo(listener.address());
    if (listener.transport() == Transport.UDP) {
      assertThat(message.source().getPort()).isEqualTo(listener.port());
    }
    assertThat(message.text().topVia().map(Via::sentBy)).contains(listener.advertised());
  }

  private static boolean isRequestOfTheCall(WireMessage message) {
    return message.text().isRequest() && !message.text().isRequest("OPTIONS");
  }

  private static String contact(SipText message) {
    String uri = message.addresses("Contact").get(0).uri();
    return uri.replaceFirst("^sip:([^@]*@)?", "sip:");
  }

  private static String contactOf(Listener listener) {
    boolean udp = listener.transport() == Transport.UDP;
    return "sip:" + listener.advertised() + (udp ? "" : ";transport=" + listener.transport());
  }

  private static InetSocketAddress socket(Listener listener) {
    return new InetSocketAddress(listener.address(), listener.port());
  }

  private static UserAgent agent(Listener listener) throws IOException {
    boolean v4 = listener.address().getAddress().length == 4;
    return UserAgent.open("tester", listener.transport(), address(v4 ? "127.0.25.100" : "::1"), 0);
  }
}
