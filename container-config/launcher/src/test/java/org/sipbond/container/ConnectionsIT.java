package org.sipbond.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipbond.container.TestArchives.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.UserAgent;

/** Whose connections are whose, over TCP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsIT {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MANY = 200;
  private static final String PEER = "127.0.29.100";
  private static final Listener CONTROL =
      Listener.of("control", Transport.UDP, address("127.0.29.1"), 29100);
  private static final Listener FIRST =
      Listener.of("first", Transport.TCP, address("127.0.29.2"), 29101);
  private static final Listener SECOND =
      Listener.of("second", Transport.TCP, address("127.0.29.3"), 29102);

  private final SipContainer container;

  ConnectionsIT(@TempDir Path folder) throws IOException {
    Path sar =
        TestArchives.write(
            folder.resolve("steering.sar"), TestArchives.sar("sipbond", SteeringServlet.class));
    container =
        SipContainer.builder(folder.resolve("base"))
            .listeners(List.of(CONTROL, FIRST, SECOND))
            .http(InetAddress.getLoopbackAddress(), 0)
            .application(Application.of(sar))
            .stackProperty("org.sipbond.container.connect-timeout", "700")
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

  /** The stack's own channels share what the first listener opened. */
  @Test
  void leaveFromTheAddressOfTheListenerThoughAnotherHasOneToThePeer() throws IOException {
    try (UserAgent agent = UserAgent.open("peer", Transport.TCP, address(PEER), 0)) {
      agent.answerCalls();
      for (Listener listener : List.of(FIRST, SECOND, FIRST)) {
        int before = requests(agent).size();
        assertThat(call(listener, agent.address().getPort())).isEqualTo("yes");
        IncomingCall call = agent.awaitCall(LIMIT);
        call.awaitRequest("BYE", LIMIT);
        assertThat(requests(agent).stream().skip(before))
            .extracting(request -> request.source().getAddress())
            .containsOnly(listener.address());
      }
      assertThat(requests(agent).stream().map(WireMessage::source).distinct()).hasSize(2);
    }
  }

  @Test
  void areMadeAgainAfterThePeerHasClosedThem() throws IOException {
    int port;
    try (UserAgent agent = UserAgent.open("peer", Transport.TCP, address(PEER), 0)) {
      agent.answerCalls();
      port = agent.address().getPort();
      assertThat(call(FIRST, port)).isEqualTo("yes");
      agent.awaitCall(LIMIT).awaitRequest("BYE", LIMIT);
    }
    try (UserAgent again = UserAgent.open("peer", Transport.TCP, address(PEER), port)) {
      again.answerCalls();
      assertThat(call(FIRST, port)).isEqualTo("yes");
      again.awaitCall(LIMIT).awaitRequest("BYE", LIMIT);
    }
  }

  /**
   * What comes on them counts, and is answered on another one (RFC 3261 §18.2.2). Only the last is
   * looked for: an answer to an early one may have gone out on the connection as the peer closed.
   */
  @Test
  void areReadToTheirEndThoughThePeerClosesAtOnce() throws IOException {
    try (UserAgent agent = UserAgent.open("peer", Transport.TCP, address(PEER), 0)) {
      try (Socket hasty = new Socket(FIRST.address(), FIRST.port(), address(PEER), 0)) {
        for (int i = 1; i <= MANY; i++) {
          hasty.getOutputStream().write(message(agent, i).getBytes(StandardCharsets.UTF_8));
        }
      }
      Optional<String> last = Optional.of(callId(agent, MANY));
      agent.log().await(seen -> seen.text().callId().equals(last), LIMIT);
    }
  }

  private static String message(UserAgent agent, int number) {
    String peer = WireMessage.text(agent.address());
    return String.join(
        "\r\n",
        "MESSAGE sip:callee@pbx.example.com SIP/2.0",
        "Via: SIP/2.0/TCP " + peer + ";branch=z9hG4bK" + callId(agent, number),
        "Max-Forwards: 70",
        "From: <sip:peer@" + peer + ">;tag=" + number,
        "To: <sip:callee@pbx.example.com>",
        "Call-ID: " + callId(agent, number),
        "CSeq: 1 MESSAGE",
        "Content-Length: 0",
        "",
        "");
  }

  private static String callId(UserAgent agent, int number) {
    return "hasty-" + agent.address().getPort() + "-" + number;
  }

  @Test
  void failAtOnceWhereNobodyListens() throws IOException {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, address(PEER))) {
      nobody = closed.getLocalPort();
    }
    assertThat(call(FIRST, nobody))
        .startsWith("no: ")
        .contains("no connection to tcp:" + PEER + ":" + nobody + ": Connection refused");
  }

  /** A queue that is full lets the kernel answer nothing, as a host behind a firewall does. */
  @Test
  void failAfterTheConfiguredTimeWherePacketsAreDropped() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, address(PEER))) {
      fill(full, waiting);
      long start = System.nanoTime();
      assertThat(call(FIRST, full.getLocalPort()))
          .startsWith("no: ")
          .containsIgnoringCase("timed out");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(700), LIMIT.dividedBy(2));
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static void fill(ServerSocket full, List<Socket> waiting) throws IOException {
    while (true) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(full.getLocalSocketAddress(), 300);
      } catch (SocketTimeoutException isFull) {
        return;
      }
    }
  }

  private static String call(Listener listener, int port) throws IOException {
    String told =
        "sip:callee@pbx.example.com;by=%d;over=tcp;at=%d".formatted(listener.port(), port);
    try (UserAgent control = UserAgent.open("control", Transport.UDP, address(PEER), 0)) {
      InetSocketAddress to = new InetSocketAddress(CONTROL.address(), CONTROL.port());
      SipText ok = control.request("OPTIONS", told, to).awaitFinal(LIMIT);
      return ok.header("X-Sent").orElseThrow();
    }
  }

  private static List<WireMessage> requests(UserAgent agent) {
    return agent.messages().stream().filter(message -> message.text().isRequest()).toList();
  }
}
