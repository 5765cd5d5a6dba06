package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;
import org.sipbond.wire.promise.PromiseCheck;
import org.sipbond.wire.promise.Side;
import org.sipbond.wire.promise.Violation;

/**
 * The SAR alone, copied into the webapps of Tomcat 7.0.64 with SIP Servlets as they come, with
 * connectors over IPv4: what sipbond can and cannot promise without the adapters of its own
 * container.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockLayoutIT {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** The container loads every class of every library of the application first. */
  private static final Duration START = Duration.ofMinutes(3);

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final FreePorts ports = new FreePorts();
  private final Listener intern = listener("int-udp", Medium.UDP4, 41);
  private final Listener extern = listener("ext-udp", Medium.UDP4, 42);
  private final Listener externTcp = listener("ext-tcp", Medium.TCP4, 42);
  private final InetSocketAddress callee = ports.on(Medium.UDP4.address(43));
  private final StockServer server;

  StockLayoutIT(@TempDir Path base) throws IOException {
    server = start(base, List.of(intern, extern, externTcp), document());
  }

  @Test
  void deploysByBeingCopied() throws IOException {
    assertThat(server.log()).contains("sipbond takes calls on ", "int-udp " + intern.notation());
    assertThat(server.log()).doesNotContain("promise 1");
  }

  @Test
  void bridgesACallOverUdp() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, Medium.UDP4.address(44), 0);
        UserAgent called =
            UserAgent.open("bob", Transport.UDP, callee.getAddress(), callee.getPort())) {
      assertThat(talk(caller, called, "udp-1", extern)).allMatch(this::isKnown);
    }
  }

  @Test
  void bridgesACallFromUdpToTcp() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, Medium.UDP4.address(44), 0);
        UserAgent called =
            UserAgent.open("bob", Transport.TCP, callee.getAddress(), callee.getPort())) {
      assertThat(talk(caller, called, "tcp-1", externTcp)).allMatch(this::isKnown);
    }
  }

  /** It ends every Call-ID that it makes with the address of its first connector. */
  @Test
  void cannotKeepThisContainerFromNamingItsFirstConnector() throws IOException {
    try (UserAgent caller = UserAgent.open("alice", Transport.UDP, Medium.UDP4.address(44), 0);
        UserAgent called =
            UserAgent.open("bob", Transport.UDP, callee.getAddress(), callee.getPort())) {
      assertThat(talk(caller, called, "udp-2", extern)).isNotEmpty().allMatch(this::isKnown);
    }
  }

  @Test
  void answers503WhereAConnectorIsMissing(@TempDir Path base)
      throws IOException, InterruptedException {
    Listener there = listener("int-udp", Medium.UDP4, 45);
    Listener missing = listener("ext-udp", Medium.UDP4, 46);
    String document =
        """
        listeners-from = container
        listeners { int-udp = "%s", ext-udp = "%s" }
        bonds { intern = [int-udp], extern = [ext-udp] }
        rules = [{ from = intern, to = extern, next-hop = request-uri }]
        """
            .formatted(there.notation(), missing.notation());
    try (StockServer closed = start(base, List.of(there), document);
        UserAgent caller = UserAgent.open("alice", Transport.UDP, Medium.UDP4.address(44), 0)) {
      SipText refusal = caller.invite("sip:bob@192.0.2.9", socket(there)).awaitFinal(LIMIT);
      assertThat(refusal.status()).isEqualTo(503);
      assertThat(refusal.header("Reason").orElseThrow())
          .contains("a configured listener is missing");
      assertThat(closed.log())
          .contains(
              "the container does not have ext-udp " + missing.notation(),
              "container: " + there.notation());
    }
  }

  @AfterAll
  void stop() throws InterruptedException {
    server.close();
  }

  private boolean isKnown(Violation violation) {
    return violation
        .fault()
        .equals("Call-ID holds address " + intern.advertised().host() + " of intern");
  }

  private StockServer start(Path base, List<Listener> connectors, String document)
      throws IOException {
    int http = ports.on(Medium.loopback("127.0.0.1")).getPort();
    StockServer started = StockServer.start(base, http, connectors, document);
    await().atMost(START).until(() -> !started.isAlive() || started.log().contains("startup in"));
    return started;
  }

  private List<Violation> talk(UserAgent caller, UserAgent called, String user, Listener egress) {
    ladder.of(caller::messages);
    ladder.of(called::messages);
    OutgoingCall outgoing = caller.invite("sip:" + user + "@example.com", socket(intern));
    IncomingCall incoming = called.awaitCall(LIMIT);
    outgoing.awaitStatus(180, LIMIT);
    incoming.answer();
    outgoing.awaitStatus(200, LIMIT);
    outgoing.ack();
    incoming.awaitAck(LIMIT);
    incoming.bye().awaitStatus(200, LIMIT);
    outgoing.awaitRequest("BYE", LIMIT);
    List<WireMessage> messages =
        Stream.concat(caller.messages().stream(), called.messages().stream()).toList();
    return PromiseCheck.between(
            Side.of("intern", List.of(intern), Endpoints.of(caller.address())),
            Side.of("extern", List.of(egress), Endpoints.of(called.address())))
        .violations(messages);
  }

  private String document() {
    return """
    listeners-from = container
    listeners { int-udp = "%s", ext-udp = "%s", ext-tcp = "%s" }
    bonds { intern = [int-udp], extern = [ext-udp, ext-tcp] }
    next-hops { udp = "%s", tcp = "%s" }
    rules = [
      { from = intern, to = extern, user = "udp-*", next-hop = udp }
      { from = intern, to = extern, user = "tcp-*", next-hop = tcp }
    ]
    """
        .formatted(
            intern.notation(),
            extern.notation(),
            externTcp.notation(),
            Medium.UDP4.uri(callee),
            Medium.TCP4.uri(callee));
  }

  private Listener listener(String name, Medium medium, int host) {
    InetSocketAddress socket = ports.on(medium.address(host));
    return Listener.of(name, medium.transport(), socket.getAddress(), socket.getPort());
  }

  private static InetSocketAddress socket(Listener listener) {
    return new InetSocketAddress(listener.address(), listener.port());
  }
}
