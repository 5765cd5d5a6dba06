package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.SipText;
import org.sipbond.wire.Via;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.UserAgent;

/**
 * A peer whose Contact wants another transport or address family than its dialog began with. The
 * leg goes on by another member of its bond, and says so where it names itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovedLegIT {
  private static final int CALLER = 10;

  private final Grid grid = new Grid();
  private final Server server;

  MovedLegIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.with("guard = block").document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    assertThat(Server.application().getCounters().keySet())
        .noneMatch(name -> name.startsWith("sipbond_header_guard_violations_total"));
    server.closeWhenIdle();
  }

  @Test
  void goesOnByTcpWhereTheCalleesContactWantsIt() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, CALLER));
        RawPeer callee = RawPeer.open(grid.callee(Medium.UDP4));
        RawStream moved = RawStream.listen(grid.callee(Medium.TCP4))) {
      RawCall call = new RawCall("tcp", caller, callee, server.socket("int-udp4"));
      call.invite("udp4-anybody", "");
      call.answered(contact(moved.address(), ";transport=tcp"));

      byMember(moved.await("ACK"), moved);
      call.sendFromCaller("INVITE", "Max-Forwards: 70");
      SipText reinvite = moved.await("INVITE");
      byMember(reinvite, moved);
      assertThat(reinvite.addresses("Contact").get(0).uri()).contains(text("ext-tcp4"));
      moved.respond(reinvite, "200 OK", contact(moved.address(), ";transport=tcp"), new byte[0]);
      caller.await("200 OK");
      call.acknowledgeAgain();
      byMember(moved.await("ACK"), moved);

      call.sendFromCallee("INFO", 7, "Max-Forwards: 70");
      caller.respond(caller.await("INFO"), "200 OK", "", "", "");
      callee.await("200 OK (INFO)");

      call.sendFromCaller("BYE", "Max-Forwards: 70");
      SipText bye = moved.await("BYE");
      byMember(bye, moved);
      moved.respond(bye, "200 OK", "", new byte[0]);
      caller.await("200 OK (BYE)");
    }
  }

  @Test
  void goesOnOverTheFamilyOfTheCalleesContact() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, CALLER));
        RawPeer callee = RawPeer.open(grid.callee(Medium.UDP4));
        RawPeer moved = RawPeer.open(grid.callee(Medium.UDP6))) {
      RawCall call = new RawCall("six", caller, callee, server.socket("int-udp4"));
      call.invite("udp4-anybody", "");
      call.answered(contact(moved.address(), ""));
      assertThat(moved.await("ACK").source()).isEqualTo(server.socket("ext-udp6"));

      call.sendFromCaller("INVITE", "Max-Forwards: 70");
      WireMessage reinvite = moved.await("INVITE");
      assertThat(reinvite.source()).isEqualTo(server.socket("ext-udp6"));
      assertThat(reinvite.text().addresses("Contact").get(0).uri()).contains(text("ext-udp6"));
      moved.respond(reinvite, "200 OK", "", contact(moved.address(), ""), "");
      caller.await("200 OK");
      call.acknowledgeAgain();
      assertThat(moved.await("ACK").source()).isEqualTo(server.socket("ext-udp6"));

      call.sendFromCaller("BYE", "Max-Forwards: 70");
      WireMessage bye = moved.await("BYE");
      assertThat(bye.source()).isEqualTo(server.socket("ext-udp6"));
      moved.respond(bye, "200 OK", "", "", "");
      caller.await("200 OK (BYE)");
    }
  }

  @Test
  void goesOnByTcpWhereTheCallersContactWantsIt() throws IOException {
    InetSocketAddress tcp = grid.free(Medium.TCP4, CALLER);
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, CALLER));
        RawPeer callee = RawPeer.open(grid.callee(Medium.UDP4));
        RawStream moved = RawStream.listen(tcp)) {
      RawCall call = new RawCall("caller", caller, callee, server.socket("int-udp4"));
      call.contact("sip:alice@" + WireMessage.text(tcp) + ";transport=tcp");
      call.invite("udp4-anybody", "");
      call.answer("");
      call.sendFromCallee("BYE", 1, "Max-Forwards: 70");
      SipText bye = moved.await("BYE");
      byMember(bye, moved, "int-tcp4");
      moved.respond(bye, "200 OK", "", new byte[0]);
      callee.await("200 OK (BYE)");
    }
  }

  /** The bond has one member, for UDP: nothing is sent by any other. */
  @Test
  void isRefusedWhatNoMemberCanSend() throws IOException {
    try (RawPeer caller = RawPeer.open(grid.free(Medium.UDP4, CALLER));
        RawPeer callee = RawPeer.open(grid.callee(Medium.UDP4));
        UserAgent elsewhere = tcp(grid.callee(Medium.TCP4))) {
      RawCall call = new RawCall("nat", caller, callee, server.socket("int-udp4"));
      call.invite("nat-anybody", "");
      call.answered(contact(elsewhere.address(), ";transport=tcp"));
      call.sendFromCaller("INFO", "Max-Forwards: 70");
      assertThat(caller.await("502 Bad gateway (INFO)").text().header("Reason"))
          .contains("SIP;cause=502;text=\"no member of bond nat for tcp over ipv4\"");
      call.sendFromCallee("BYE", 1, "Max-Forwards: 70");
      callee.await("200 OK (BYE)");
      caller.respond(caller.await("BYE"), "200 OK", "", "", "");
      assertThat(elsewhere.messages()).isEmpty();
    }
  }

  private static UserAgent tcp(InetSocketAddress socket) throws IOException {
    return UserAgent.open("bob", Transport.TCP, socket.getAddress(), socket.getPort());
  }

  private void byMember(SipText request, RawStream peer) throws IOException {
    byMember(request, peer, "ext-tcp4");
  }

  private void byMember(SipText request, RawStream peer, String member) throws IOException {
    assertThat(peer.remote().getAddress()).isEqualTo(server.socket(member).getAddress());
    Via via = request.topVia().orElseThrow();
    assertThat(via.transport()).isEqualTo(Transport.TCP);
    assertThat(via.sentBy().toString()).isEqualTo(text(member));
    assertThat(request.headers("Route")).isEmpty();
  }

  private String text(String member) {
    return WireMessage.text(server.socket(member));
  }

  private static String contact(InetSocketAddress socket, String parameters) {
    return "Contact: <sip:bob@" + WireMessage.text(socket) + parameters + ">\n";
  }
}
