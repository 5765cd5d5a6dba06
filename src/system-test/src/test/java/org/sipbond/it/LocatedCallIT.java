package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.container.ContainerException;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.nsd.Nsd;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.testkit.program.RequiresProgram;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.Answering;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;
import org.sipbond.wire.promise.PromiseCheck;
import org.sipbond.wire.promise.Side;

/** Calls to host names, located by a real server, and from one destination to the next. */
@RequiresProgram("nsd")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocatedCallIT {
  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final InetSocketAddress refusing = grid.free(Medium.TCP6, 30);
  private final InetSocketAddress busy = grid.free(Medium.UDP6, 31);
  private final InetSocketAddress silent = grid.free(Medium.UDP4, 32);
  private final InetSocketAddress late = grid.free(Medium.UDP4, 32);
  private final Nsd nsd;
  private final Server server;

  LocatedCallIT(@TempDir Path base, @TempDir Path zone) throws IOException, ContainerException {
    InetSocketAddress dns = grid.free(Medium.UDP4, 53);
    nsd = Nsd.start(Files.createDirectories(zone), dns, "example.com", zone());
    grid.hop("plain", "sip:plain.example.com")
        .hop("tcp", "sip:tcp.example.com")
        .hop("failing", "sip:failing.example.com")
        .hop("dead", "sip:dead.example.com")
        .hop("late", "sip:late.example.com")
        .hop("gone", "sip:gone.example.com")
        .hop("elsewhere", "sip:elsewhere.example.net")
        .hop("denied", "sip:denied.example.com")
        .hop("secure", "sips:plain.example.com")
        .with("dns { servers = [\"127.0.60.53:%d\"], timeout = 2s }".formatted(dns.getPort()))
        .with("attempts { answer-timeout = 500ms }");
    server = Server.start(base, grid.document());
  }

  private String zone() {
    return """
        $ORIGIN example.com.
        $TTL 300
        @ SOA ns admin 1 7200 900 1209600 60
        @ NS ns
        ns A 127.0.60.53
        four A 127.0.60.20
        deaf A 127.0.60.32
        six AAAA ::1
        _sip._udp.plain SRV 1 1 %1$d four
        _sip._tcp.tcp SRV 1 1 %2$d six
        failing NAPTR 10 1 "s" "SIPS+D2T" "" _sips._tcp.failing
        failing NAPTR 20 1 "s" "SIP+D2T" "" _sip._tcp.failing
        failing NAPTR 30 1 "s" "SIP+D2U" "" _sip._udp.failing
        _sips._tcp.failing SRV 1 1 5061 six
        _sip._tcp.failing SRV 1 1 %3$d six
        _sip._udp.failing SRV 1 1 %4$d six
        _sip._udp.failing SRV 2 1 %1$d four
        _sip._udp.dead SRV 1 1 %5$d deaf
        _sip._udp.dead SRV 2 1 %1$d four
        _sip._udp.late SRV 1 1 %6$d deaf
        _sip._udp.late SRV 2 1 %1$d four
        _sip._udp.denied SRV 0 0 0 .
        _sip._tcp.denied SRV 0 0 0 .
        """
        .formatted(
            grid.callee(Medium.UDP4).getPort(),
            grid.callee(Medium.TCP6).getPort(),
            refusing.getPort(),
            busy.getPort(),
            silent.getPort(),
            late.getPort());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    try (nsd) {
      server.closeWhenIdle();
    }
  }

  @Test
  void keepsTheDomainInTheRequestUriAndAddsNoRoute() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      establish(peers, "plain-1").outgoing().bye().awaitStatus(200, Peers.LIMIT);
      SipText invite = peers.callee().messages().get(0).text();
      assertThat(invite.requestUri()).isEqualTo("sip:plain-1@plain.example.com");
      assertThat(invite.headers("Route")).isEmpty();
      assertThat(invite.toString()).doesNotContain("X-Sipbond");
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Test
  void takesTheTransportFromTheNameOfTheService() throws IOException {
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.TCP6, ladder)) {
      establish(peers, "tcp-1").outgoing().bye().awaitStatus(200, Peers.LIMIT);
      assertThat(peers.callee().messages().get(0).text().requestUri())
          .isEqualTo("sip:tcp-1@tcp.example.com");
      assertThat(peers.violations()).isEmpty();
    }
  }

  /** TLS is dropped before DNS; TCP over IPv6 connects to nobody; UDP over IPv6 answers 503. */
  @Test
  void goesFromTransportToTransportAndFamilyToFamilyWithinOneCall() throws IOException {
    try (UserAgent full = open("full", busy);
        Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      full.answerCalls(Answering.reject(503));
      Peers.Established call = establish(peers, "failing-1");
      call.outgoing().bye().awaitStatus(200, Peers.LIMIT);

      assertThat(Peers.summaries(full)).containsExactly("INVITE", "503 Service Unavailable", "ACK");
      List<WireMessage> messages = new ArrayList<>(peers.messages());
      messages.addAll(full.messages());
      assertThat(
              new PromiseCheck(
                      List.of(
                          side("intern", "int-udp4", peers.caller()),
                          side("extern over ipv4", "ext-udp4", peers.callee()),
                          side("extern over ipv6", "ext-udp6", full)))
                  .violations(messages))
          .isEmpty();
      assertThat(Server.application().explainCall(call.outgoing().callId()))
          .contains(
              "dropped naptr 10 1 \"s\" \"SIPS+D2T\"",
              "tcp:[::1]:" + refusing.getPort() + " by ext-tcp6",
              "connect-failed",
              "udp:[::1]:" + busy.getPort() + " by ext-udp6",
              "answered 503",
              "answered 200");
      assertThat(CallRecordIT.record(call.outgoing().callId()))
          .contains(
              "\"member\":\"ext-tcp6\",\"outcome\":\"connect-failed\"",
              "\"member\":\"ext-udp6\",\"outcome\":\"answered 503\"",
              "\"callId\":\""
                  + call.incoming().callId()
                  + "\",\"destination\":\"udp:127.0.60.20:"
                  + peers.callee().address().getPort()
                  + "\",\"bond\":\"extern\",\"member\":\"ext-udp4\",\"outcome\":\"answered 200\"");
    }
  }

  @Test
  void leavesASilentDestinationWithinTheCallAndForTheNextOnes() throws IOException {
    try (UserAgent deaf = open("deaf", silent);
        Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      deaf.answerCalls(Answering.silent());
      establish(peers, "dead-1").outgoing().bye().awaitStatus(200, Peers.LIMIT);
      establish(peers, "dead-2").outgoing().bye().awaitStatus(200, Peers.LIMIT);
      assertThat(Peers.summaries(deaf)).containsExactly("INVITE");

      deaf.awaitCall(Peers.LIMIT).ring();
      Peers.await(deaf, "ACK");
      assertThat(Peers.summaries(deaf))
          .containsExactly(
              "INVITE",
              "180 Ringing",
              "CANCEL",
              "200 OK (CANCEL)",
              "487 Request Terminated",
              "ACK");
    }
  }

  @Test
  void hangsUpOnADestinationThatAnswersTooLate() throws IOException {
    try (UserAgent slow = open("slow", late);
        Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      slow.answerCalls(Answering.silent());
      Peers.Established call = establish(peers, "late-1");
      slow.awaitCall(Peers.LIMIT).answer();
      Peers.await(slow, "200 OK (BYE)");
      assertThat(Peers.summaries(slow))
          .containsExactly("INVITE", "200 OK", "ACK", "BYE", "200 OK (BYE)");

      call.outgoing().bye().awaitStatus(200, Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "gone, 404, nxdomain, no such domain",
    "denied, 480, service-denied, domain has no SIP service",
    "elsewhere, 500, refused, DNS refused to answer",
    "secure, 502, nothing-to-send, bond can send nothing that the next hop takes",
  })
  void answersWhyItCannotBeLocated(String hop, int status, String cause, String text)
      throws IOException {
    String metric = "sipbond_refusals_total{status=\"%d\",cause=\"%s\"}".formatted(status, cause);
    long before = Server.application().getCounters().getOrDefault(metric, 0L);
    try (Peers peers = Peers.open(server, grid, Medium.UDP4, Medium.UDP4, ladder)) {
      SipText refusal = peers.call(hop + "-1").awaitStatus(status, Peers.LIMIT);
      assertThat(refusal.header("Reason"))
          .contains("SIP;cause=%d;text=\"%s\"".formatted(status, text));
      assertThat(peers.violationsOfRefusal()).isEmpty();
    }
    assertThat(Server.application().getCounters()).containsEntry(metric, before + 1);
  }

  @Test
  void sendsWithinTheDialogToTheHostNameOfTheContact() throws IOException {
    InetSocketAddress there = grid.callee(Medium.UDP4);
    String contact = "sip:bob@four.example.com:" + there.getPort();
    try (RawPeer callee = RawPeer.open(there);
        UserAgent caller = open("alice", grid.free(Medium.UDP4, 10))) {
      OutgoingCall call = answered(caller, callee, contact);
      WireMessage ack = callee.await("ACK");
      call.bye().awaitStatus(200, Peers.LIMIT);
      WireMessage bye = callee.await("BYE");
      callee.respond(bye, "200 OK", "", "", "");

      for (WireMessage message : List.of(ack, bye)) {
        assertThat(message.source()).isEqualTo(server.socket("ext-udp4"));
        assertThat(message.text().requestUri()).isEqualTo(contact);
        assertThat(message.text().headers("Route")).isEmpty();
        assertThat(message.text().toString()).doesNotContain("X-Sipbond");
      }
    }
  }

  /** A call to a callee that answers with that Contact. */
  private OutgoingCall answered(UserAgent caller, RawPeer callee, String contact)
      throws IOException {
    OutgoingCall call = caller.invite("sip:plain-1@example.com", server.socket("int-udp4"));
    WireMessage invite = callee.await("INVITE");
    callee.respond(invite, "200 OK", "callee", "Contact: <" + contact + ">\n", "");
    call.awaitStatus(200, Peers.LIMIT);
    call.ack();
    return call;
  }

  private static UserAgent open(String name, InetSocketAddress socket) throws IOException {
    return UserAgent.open(name, Transport.UDP, socket.getAddress(), socket.getPort());
  }

  private Side side(String name, String listener, UserAgent peer) {
    return Side.of(name, List.of(server.listener(listener)), Endpoints.of(peer.address()));
  }

  private Peers.Established establish(Peers peers, String user) {
    OutgoingCall outgoing = peers.call(user);
    var incoming = peers.awaitCall();
    outgoing.awaitStatus(180, Peers.LIMIT);
    incoming.answer();
    outgoing.awaitStatus(200, Peers.LIMIT);
    outgoing.ack();
    incoming.awaitAck(Peers.LIMIT);
    return new Peers.Established(outgoing, incoming);
  }
}
