package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.certificate.Authority;
import org.sipbond.testkit.certificate.Issued;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.testkit.program.RequiresProgram;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;

/** Whole calls through the EAR between UDP and TLS. */
@RequiresProgram("openssl")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsCallIT {
  private static final InetAddress CALLEE = Medium.loopback("127.0.61.20");

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final FreePorts ports = new FreePorts();
  private final InetSocketAddress callee = ports.on(CALLEE);
  private final Authority authority;
  private final Server server;

  TlsCallIT(@TempDir Path base) throws IOException, ContainerException {
    Path conf = Files.createDirectories(base.resolve("conf"));
    authority = Authority.in(conf, "authority");
    authority.issue("sbc", "DNS:sbc.example.com");
    server = Server.start(base, document());
  }

  private String document() {
    return """
        listeners {
          int-udp = "udp:127.0.61.1:%d"
          ext-tls = "tls:127.0.61.2:%d"
          int-tls = "tls:127.0.61.3:%d"
        }
        tls { certificate = sbc.pem, key = sbc.key, trust = authority.pem }
        bonds { intern = [int-udp, int-tls], extern = [ext-tls] }
        next-hops { callee = "sip:127.0.61.20:%d;transport=tls" }
        rules = [ { from = intern, to = extern, next-hop = callee } ]
        """
        .formatted(port(1), port(2), port(3), callee.getPort());
  }

  private int port(int host) {
    return ports.on(Medium.loopback("127.0.61." + host)).getPort();
  }

  @AfterAll
  void stop() throws ContainerException {
    server.close();
  }

  @Test
  void keepItsPromisesFromUdpToTls() throws IOException {
    UserAgent caller = UserAgent.open("alice", Transport.UDP, Medium.loopback("127.0.61.10"), 0);
    try (Peers peers = peers("int-udp", caller, proven())) {
      wholeCall(peers);
    }
  }

  @Test
  void keepItsPromisesFromTlsToTls() throws IOException {
    Issued client = authority.issue("client", "IP:127.0.61.10");
    UserAgent caller = agent("alice", Medium.loopback("127.0.61.10"), 0, client);
    try (Peers peers = peers("int-tls", caller, proven())) {
      wholeCall(peers);
    }
  }

  @Test
  void reachNobodyWhoProvesAnotherName() throws IOException {
    UserAgent caller = UserAgent.open("alice", Transport.UDP, Medium.loopback("127.0.61.10"), 0);
    Issued other = authority.issue("other", "DNS:other.example.com, IP:127.0.61.21");
    try (Peers peers = peers("int-udp", caller, other)) {
      OutgoingCall call = peers.call("anybody");
      assertThat(call.awaitFinal(Peers.LIMIT).status()).isGreaterThanOrEqualTo(500);
      assertThat(peers.callee().messages()).isEmpty();
    }
  }

  private static void wholeCall(Peers peers) {
    Peers.Established call = peers.establish();
    call.incoming().bye().awaitStatus(200, Peers.LIMIT);
    call.outgoing().awaitRequest("BYE", Peers.LIMIT);
    assertThat(peers.violations()).isEmpty();
    assertThat(Peers.summaries(peers.callee()))
        .containsExactly("INVITE", "180 Ringing", "200 OK", "ACK", "BYE", "200 OK (BYE)");
  }

  private Issued proven() throws IOException {
    return authority.issue("callee", "IP:127.0.61.20");
  }

  private Peers peers(String ingress, UserAgent caller, Issued certificate) throws IOException {
    UserAgent bob = agent("bob", CALLEE, callee.getPort(), certificate);
    return Peers.open(server, ingress, "ext-tls", caller, bob, ladder);
  }

  private UserAgent agent(String name, InetAddress address, int port, Issued certificate)
      throws IOException {
    return UserAgent.openTls(
        name, address, port, certificate.context(authority.certificate()), new SSLParameters());
  }
}
