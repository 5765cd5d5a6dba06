package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;

/** Bonds with auto-route, on loopback: there the kernel sends from 127.0.0.1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutoRouteIT {
  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final FreePorts ports = new FreePorts();
  private final InetSocketAddress there = ports.on(address("127.0.61.20"));
  private final Server server;

  AutoRouteIT(@TempDir Path base) throws IOException, ContainerException {
    server =
        Server.start(
            base,
            """
            listeners {
              int-udp  = "udp:%s"
              ext-one  = "udp:%s"
              ext-home = "udp:%s"
              ext-two  = "udp:%s"
            }
            bonds {
              intern = [int-udp]
              home   = { members = [ext-one, ext-home, ext-two], auto-route = true }
              one    = { members = [ext-one], auto-route = true }
              two    = { members = [ext-one], auto-route = true, on-no-match = "fallback: plain" }
              plain  = [ext-two]
            }
            next-hops { callee = "sip:%s" }
            rules = [
              { from = intern, to = home, user = "home-*", next-hop = callee }
              { from = intern, to = one, user = "one-*", next-hop = callee }
              { from = intern, to = two, user = "two-*", next-hop = callee }
            ]
            """
                .formatted(
                    socket("127.0.61.1"),
                    socket("127.0.61.2"),
                    socket("127.0.0.1"),
                    socket("127.0.61.3"),
                    WireMessage.text(there)));
  }

  @RepeatedTest(5)
  void sendsFromTheMemberThatTheKernelWouldSendFromWhateverTheCallId() throws IOException {
    try (Peers peers = open("ext-home")) {
      OutgoingCall call = wholeCall(peers);
      assertThat(peers.violations()).isEmpty();
      assertThat(Server.application().explainCall(call.callId()))
          .contains("ext-one", "ext-two", "the kernel would send from 127.0.0.1");
    }
  }

  @Test
  void refusesWhereTheKernelWouldSendFromNoMemberAndTellsThePeerNoAddress() throws IOException {
    try (Peers peers = open("ext-one")) {
      OutgoingCall call = peers.call();
      SipText refusal = call.awaitStatus(502, Peers.LIMIT);
      assertThat(refusal.header("Reason"))
          .contains("SIP;cause=502;text=\"no member of bond one for udp over ipv4 by auto-route\"");
      assertThat(refusal.toString()).doesNotContain("127.0.0.1");
      assertThat(peers.violationsOfRefusal()).isEmpty();
      assertThat(Server.application().explainCall(call.callId()))
          .contains("the kernel would send from 127.0.0.1");
    }
  }

  @Test
  void fallsBackWhereTheKernelWouldSendFromNoMember() throws IOException {
    try (Peers peers = open("ext-two")) {
      wholeCall(peers);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private Peers open(String egress) throws IOException {
    return Peers.open(
        server,
        "int-udp",
        egress,
        agent("alice", ports.on(address("127.0.61.10"))),
        agent("bob", there),
        ladder);
  }

  private static UserAgent agent(String name, InetSocketAddress socket) throws IOException {
    return UserAgent.open(name, Transport.UDP, socket.getAddress(), socket.getPort());
  }

  private static OutgoingCall wholeCall(Peers peers) {
    Peers.Established call = peers.establish();
    call.incoming().bye().awaitStatus(200, Peers.LIMIT);
    call.outgoing().awaitRequest("BYE", Peers.LIMIT);
    Peers.await(peers.caller(), "200 OK (BYE)");
    return call.outgoing();
  }

  private String socket(String address) {
    return WireMessage.text(ports.on(address(address)));
  }

  private static InetAddress address(String literal) {
    return IpLiteral.parse(literal).orElseThrow();
  }
}
