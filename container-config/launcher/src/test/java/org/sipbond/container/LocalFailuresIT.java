package org.sipbond.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipbond.container.TestArchives.address;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.UserAgent;

/** What an application sees of a peer that is not there: an exception or a response, no silence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalFailuresIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MANY = 200;
  private static final InetAddress HERE = address("127.0.28.1");
  private static final InetAddress THERE = address("127.0.28.100");
  private static final Listener UDP = Listener.of("udp", Transport.UDP, HERE, 28101);
  private static final Listener TCP = Listener.of("tcp", Transport.TCP, HERE, 28102);

  /** T1; a tenth of the default, so that timer B is 3.2 s. */
  private static final Duration T1 = Duration.ofMillis(50);

  private static final Duration TIMER_B = T1.multipliedBy(64);

  private final SipContainer container;

  LocalFailuresIT(@TempDir Path folder) throws IOException {
    Path sar =
        TestArchives.write(
            folder.resolve("steering.sar"), TestArchives.sar("sipbond", SteeringServlet.class));
    Path base = folder.resolve("base");
    quickTimers(base.resolve("conf"));
    container =
        SipContainer.builder(base)
            .listeners(List.of(UDP, TCP))
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

  @Test
  void silenceIsATimeoutAfterTimerB() throws IOException {
    try (DatagramSocket silent = new DatagramSocket(0, THERE)) {
      Outcome outcome = call(UDP, silent.getLocalPort());
      assertThat(outcome.text()).startsWith("408 timeout trying=0");
      assertThat(outcome.after()).isGreaterThanOrEqualTo(TIMER_B);
    }
  }

  /** Its ICMP error is not seen: a socket that is not connected is not told. */
  @Test
  void aClosedUdpPortIsSilence() throws IOException {
    int closed = closedPort();
    Outcome outcome = call(UDP, closed);
    assertThat(outcome.text()).startsWith("408 timeout trying=0");
    assertThat(outcome.after()).isGreaterThanOrEqualTo(TIMER_B);
  }

  @Test
  void aRefusedConnectionIsAnExceptionAtOnce() throws IOException {
    Outcome outcome = call(TCP, closedPort());
    assertThat(outcome.text()).startsWith("no: ");
    assertThat(outcome.after()).isLessThan(Duration.ofSeconds(1));
  }

  /** The peer may still answer over a connection of its own: RFC 3261 §18.2.2. */
  @Test
  void aConnectionThatIsResetIsATimeoutAfterTimerB() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, THERE)) {
      Thread peer = new Thread(() -> resetOne(server), "resetting-peer");
      peer.start();
      Outcome outcome = call(TCP, server.getLocalPort());
      peer.join(LIMIT.toMillis());
      assertThat(outcome.text()).startsWith("408 timeout trying=0");
    }
  }

  @Test
  void aConnectionThatHangsIsAnException() throws IOException {
    List<Socket> queued = new ArrayList<>();
    try (ServerSocket server = new ServerSocket(0, 1, THERE)) {
      fill(server, queued);
      Outcome outcome = call(TCP, server.getLocalPort());
      assertThat(outcome.text()).startsWith("no: ");
      assertThat(outcome.after()).isLessThan(Duration.ofSeconds(10));
    } finally {
      for (Socket socket : queued) {
        socket.close();
      }
    }
  }

  /** The kernel refuses to send from a loopback address to any other. */
  @Test
  void anAddressThatCannotBeReachedIsAnExceptionAtOnce() throws IOException {
    Outcome outcome = call(UDP, 5060, ";to=192.0.2.9");
    assertThat(outcome.text()).startsWith("no: ");
    assertThat(outcome.after()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void anAnswerOfThePeerIsNone() throws IOException {
    try (UserAgent agent = UserAgent.open("callee", Transport.UDP, THERE, 0)) {
      agent.answerCalls(Answering.with(480));
      assertThat(call(UDP, agent.address().getPort()).text()).startsWith("480 null trying=0");
    }
  }

  @Test
  void hundredTryingIsToldOnce() throws IOException {
    try (UserAgent agent = UserAgent.open("callee", Transport.UDP, THERE, 0)) {
      agent.answerCalls(Answering.with(100, 180, 183, 503));
      assertThat(call(UDP, agent.address().getPort()).text()).startsWith("503 null trying=1");
    }
  }

  @Test
  void aTimeoutThatThePeerAnswersIsNotOurs() throws IOException {
    try (UserAgent agent = UserAgent.open("callee", Transport.UDP, THERE, 0)) {
      agent.answerCalls(Answering.with(100, 408));
      assertThat(call(UDP, agent.address().getPort()).text()).startsWith("408 null trying=1");
    }
  }

  /** The container tells it on a thread of its own, while the transaction is forgotten. */
  @Test
  void everyOneOfManyTimeoutsIsTold() throws IOException {
    try (DatagramSocket silent = new DatagramSocket(0, THERE);
        UserAgent control = UserAgent.open("control", Transport.UDP, THERE, 0)) {
      String told = told(UDP, silent.getLocalPort(), "");
      List<ClientTransaction> calls = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        calls.add(control.request("OPTIONS", told, socket(UDP)));
      }
      for (ClientTransaction call : calls) {
        assertThat(call.awaitFinal(LIMIT).header("X-Outcome").orElseThrow())
            .startsWith("408 timeout trying=0");
      }
    }
  }

  private static Outcome call(Listener listener, int port) throws IOException {
    return call(listener, port, "");
  }

  private static Outcome call(Listener listener, int port, String more) throws IOException {
    String told = told(listener, port, more);
    try (UserAgent control = UserAgent.open("control", Transport.UDP, THERE, 0)) {
      long start = System.nanoTime();
      SipText response = control.request("OPTIONS", told, socket(UDP)).awaitFinal(LIMIT);
      Duration after = Duration.ofNanos(System.nanoTime() - start);
      return new Outcome(
          response.header("X-Outcome").or(() -> response.header("X-Sent")).orElseThrow(), after);
    }
  }

  private static String told(Listener listener, int port, String more) {
    return "sip:callee@pbx.example.com;outcome;by=%d;over=%s;at=%d%s"
        .formatted(listener.port(), listener.transport(), port, more);
  }

  private record Outcome(String text, Duration after) {}

  private static void resetOne(ServerSocket server) {
    try (Socket connection = server.accept()) {
      connection.getInputStream().read();
      connection.setSoLinger(true, 0);
    } catch (IOException failed) {
      throw new IllegalStateException("peer did not reset", failed);
    }
  }

  /** Connects until the kernel takes no more into the queue that nobody accepts from. */
  private static void fill(ServerSocket server, List<Socket> queued) throws IOException {
    boolean taken = true;
    while (taken) {
      Socket socket = new Socket();
      queued.add(socket);
      try {
        socket.connect(server.getLocalSocketAddress(), 300);
      } catch (SocketTimeoutException full) {
        taken = false;
      }
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, THERE)) {
      return server.getLocalPort();
    }
  }

  private static InetSocketAddress socket(Listener listener) {
    return new InetSocketAddress(listener.address(), listener.port());
  }

  private static void quickTimers(Path conf) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(SipContainer.class.getResourceAsStream("server.xml"))) {
      String xml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      Files.createDirectories(conf);
      Files.writeString(
          conf.resolve("server.xml"),
          xml.replace(
              "name=\"Sip-Servlets\"\n           sip",
              "name=\"Sip-Servlets\" baseTimerInterval=\"" + T1.toMillis() + "\"\n           sip"));
    }
  }
}
