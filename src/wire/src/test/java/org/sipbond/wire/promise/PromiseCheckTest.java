package org.sipbond.wire.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.DatagramFraming;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.Frame;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

class PromiseCheckTest {
  private static final InetSocketAddress CALLER = socket("192.0.2.10", 5060);
  private static final InetSocketAddress INGRESS = socket("192.0.2.1", 5060);
  private static final InetSocketAddress EGRESS = socket("198.51.100.1", 5062);
  private static final InetSocketAddress EGRESS_TCP = socket("198.51.100.2", 5062);
  private static final InetSocketAddress CALLEE = socket("198.51.100.20", 5070);
  private static final Side INTERN =
      Side.of(
          "intern",
          List.of(Listener.of("int-udp", Transport.UDP, INGRESS.getAddress(), 5060)),
          Endpoints.of(CALLER));
  private static final Listener EXT_UDP =
      new Listener(
          "ext-udp", Transport.UDP, EGRESS.getAddress(), 5062, new HostPort("198.51.100.7", 5060));
  private static final Listener EXT_TCP =
      Listener.of("ext-tcp", Transport.TCP, EGRESS_TCP.getAddress(), 5062);
  private static final Side EXTERN =
      Side.of("extern", List.of(EXT_UDP, EXT_TCP), Endpoints.of(CALLEE));
  private static final PromiseCheck CHECK = PromiseCheck.between(INTERN, EXTERN);

  private static final String IN_INVITE =
      """
      INVITE sip:b@192.0.2.1 SIP/2.0
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKin1;rport
      From: <sip:a@192.0.2.10>;tag=fromin
      To: <sip:b@192.0.2.1>
      Call-ID: callin@192.0.2.10
      CSeq: 1 INVITE
      Contact: <sip:a@192.0.2.10:5060>
      Record-Route: <sip:192.0.2.9;lr>

      """;
  private static final String OUT_INVITE =
      """
      INVITE sip:b@198.51.100.20:5070 SIP/2.0
      Via: SIP/2.0/UDP 198.51.100.7:5060;branch=z9hG4bKout1;rport
      From: <sip:a@192.0.2.10>;tag=fromout
      To: <sip:b@192.0.2.1>
      Call-ID: callout@198.51.100.7
      CSeq: 1 INVITE
      Contact: <sip:a@198.51.100.7:5060>

      """;
  private static final String OUT_OK =
      """
      SIP/2.0 200 OK
      Via: SIP/2.0/UDP 198.51.100.7:5060;branch=z9hG4bKout1;rport=5062;received=198.51.100.1
      From: <sip:a@192.0.2.10>;tag=fromout
      To: <sip:b@192.0.2.1>;tag=toout1
      Call-ID: callout@198.51.100.7
      CSeq: 1 INVITE
      Contact: <sip:b@198.51.100.20:5070>

      """;
  private static final String IN_OK =
      """
      SIP/2.0 200 OK
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKin1;rport=5060;received=192.0.2.10
      From: <sip:a@192.0.2.10>;tag=fromin
      To: <sip:b@192.0.2.1>;tag=toin12
      Call-ID: callin@192.0.2.10
      CSeq: 1 INVITE
      Contact: <sip:b@192.0.2.1:5060>
      Record-Route: <sip:192.0.2.9;lr>

      """;

  @Test
  void findsNothingInABridgedCall() {
    assertThat(faults(call(OUT_INVITE, IN_OK))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Via: SIP/2.0/UDP 198.51.100.7:5060 | Via: SIP/2.0/UDP 198.51.100.1:5062 | via is udp:198.51.100.1:5062; allowed: udp:198.51.100.7:5060, of ext-udp udp:198.51.100.1:5062 advertised as 198.51.100.7:5060",
        "SIP/2.0/UDP 198 | SIP/2.0/TCP 198 | via is tcp:198.51.100.7:5060; allowed: udp:198.51.100.7:5060, of ext-udp udp:198.51.100.1:5062 advertised as 198.51.100.7:5060",
        "SIP/2.0/UDP 198 | SIP/2.0/CARRIER 198 | via is unreadable; allowed: udp:198.51.100.7:5060, of ext-udp udp:198.51.100.1:5062 advertised as 198.51.100.7:5060",
        "<sip:a@198.51.100.7:5060> | <sip:a@198.51.100.7:5062> | contact is udp:198.51.100.7:5062; allowed: udp:198.51.100.7:5060, of ext-udp udp:198.51.100.1:5062 advertised as 198.51.100.7:5060",
        "<sip:a@198.51.100.7:5060> | <sip:a@198.51.100.7:5060;transport=tcp> | contact is tcp:198.51.100.7:5060; allowed: udp:198.51.100.7:5060, of ext-udp udp:198.51.100.1:5062 advertised as 198.51.100.7:5060",
        "CSeq: 1 INVITE | CSeq: 1 INVITE~Record-Route: <sip:198.51.100.8;lr> | record-route is udp:198.51.100.8:5060; allowed: udp:198.51.100.7:5060, of ext-udp udp:198.51.100.1:5062 advertised as 198.51.100.7:5060",
        "CSeq: 1 INVITE | CSeq: 1 INVITE~Path: <tel:1> | path is tel:1; allowed: udp:198.51.100.7:5060, of ext-udp udp:198.51.100.1:5062 advertised as 198.51.100.7:5060",
        "Call-ID: callout@198.51.100.7 | Call-ID: callin@192.0.2.10 | Call-ID holds call-id callin@192.0.2.10 of intern",
        "Call-ID: callout@198.51.100.7 | Call-ID: other@192.0.2.1 | Call-ID holds address 192.0.2.1 of intern",
        "tag=fromout | tag=fromin | From holds tag fromin of intern",
        "CSeq: 1 INVITE | CSeq: 1 INVITE~Replaces: x;from-tag=toin12 | Replaces holds tag toin12 of intern",
        "CSeq: 1 INVITE | CSeq: 1 INVITE~Via: SIP/2.0/TLS example.com;branch=z9hG4bKin1 | Via holds branch z9hG4bKin1 of intern",
        "CSeq: 1 INVITE | CSeq: 1 INVITE~Via: SIP/2.0/TLS 192.0.2.10 | Via holds address 192.0.2.10 of intern",
        "CSeq: 1 INVITE | CSeq: 1 INVITE~Route: <sip:x@192.0.2.1:5099;lr> | Route holds address 192.0.2.1 of intern",
        "CSeq: 1 INVITE | CSeq: 1 INVITE~X-Trace: from_192.0.2.10_5060 | X-Trace holds address 192.0.2.10 of intern",
      })
  void findsWhatARequestSaysWrongly(String right, String wrong, String fault) {
    String invite = altered(OUT_INVITE, right, wrong);
    assertThat(faults(call(invite, IN_OK)))
        .containsOnlyOnce(
            "extern: "
                + fault
                + ", in: INVITE sip:b@198.51.100.20:5070 SIP/2.0"
                + " (udp 198.51.100.1:5062 > 198.51.100.20:5070)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<sip:b@192.0.2.1:5060> | <sip:b@198.51.100.20:5070> | contact is udp:198.51.100.20:5070; allowed: udp:192.0.2.1:5060, of int-udp udp:192.0.2.1:5060",
        "<sip:b@192.0.2.1:5060> | <sip:b@198.51.100.20:5070> | Contact holds address 198.51.100.20 of extern",
        "<sip:b@192.0.2.1:5060> | <sip:b@198.51.100.7:5060> | Contact holds address 198.51.100.7 of extern",
        "<sip:192.0.2.9;lr> | <sip:192.0.2.8;lr> | record-route is udp:192.0.2.8:5060; allowed: udp:192.0.2.1:5060, of int-udp udp:192.0.2.1:5060",
        "tag=toin12 | tag=toout1 | To holds tag toout1 of extern",
      })
  void findsWhatAResponseSaysWrongly(String right, String wrong, String fault) {
    assertThat(faults(call(OUT_INVITE, altered(IN_OK, right, wrong))))
        .containsOnlyOnce(
            "intern: " + fault + ", in: SIP/2.0 200 OK (udp 192.0.2.1:5060 > 192.0.2.10:5060)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.1 | 5063 | source is udp 198.51.100.1:5063; allowed: [udp:198.51.100.1:5062, tcp:198.51.100.2:5062]",
        "192.0.2.1    | 5060 | source is udp 192.0.2.1:5060; allowed: [udp:198.51.100.1:5062, tcp:198.51.100.2:5062]",
        "198.51.100.2 | 5062 | source is udp 198.51.100.2:5062; allowed: [udp:198.51.100.1:5062, tcp:198.51.100.2:5062]"
      })
  void findsAWrongSource(String host, int port, String fault) {
    List<WireMessage> messages = call(OUT_INVITE, IN_OK);
    messages.set(1, message(Transport.UDP, socket(host, port), CALLEE, OUT_INVITE));
    assertThat(faults(messages)).anyMatch(found -> found.startsWith("extern: " + fault));
  }

  @Test
  void allowsAnyPortOfTheMemberOverTcp() {
    String invite =
        OUT_INVITE
            .replace("UDP 198.51.100.7:5060", "TCP 198.51.100.2:5062")
            .replace("a@198.51.100.7:5060", "a@198.51.100.2:5062;transport=tcp");
    List<WireMessage> messages = call(OUT_INVITE, IN_OK);
    InetSocketAddress ephemeral = socket("198.51.100.2", 40_000);
    messages.set(1, message(Transport.TCP, ephemeral, CALLEE, invite));
    messages.set(2, message(Transport.TCP, CALLEE, ephemeral, OUT_OK));
    assertThat(faults(messages)).isEmpty();
  }

  @Test
  void findsAResponseFromAnotherSocketThanTheRequestCameTo() {
    Side twoPorts =
        Side.of(
            "intern",
            List.of(
                Listener.of("int-udp", Transport.UDP, INGRESS.getAddress(), 5060),
                Listener.of("int-alt", Transport.UDP, INGRESS.getAddress(), 5080)),
            Endpoints.of(CALLER));
    List<WireMessage> messages = call(OUT_INVITE, IN_OK);
    String ok = IN_OK.replace("b@192.0.2.1:5060", "b@192.0.2.1:5080");
    messages.set(3, message(Transport.UDP, socket("192.0.2.1", 5080), CALLER, ok));
    assertThat(PromiseCheck.between(twoPorts, EXTERN).violations(messages))
        .extracting(Violation::fault)
        .containsExactly(
            "response comes from 192.0.2.1:5080; allowed: 192.0.2.1:5060, where the request came in");
  }

  @Test
  void findsADialogThatChangesItsMember() {
    String bye =
        OUT_INVITE
            .replace("INVITE", "BYE")
            .replace("z9hG4bKout1", "z9hG4bKout2")
            .replace("<sip:b@192.0.2.1>", "<sip:b@192.0.2.1>;tag=toout1");
    String elsewhere =
        bye.replace("UDP 198.51.100.7:5060", "TCP 198.51.100.2:5062")
            .replace("a@198.51.100.7:5060", "a@198.51.100.2:5062;transport=tcp");
    List<WireMessage> messages = call(OUT_INVITE, IN_OK);
    messages.add(message(Transport.UDP, EGRESS, CALLEE, bye));
    messages.add(message(Transport.TCP, EGRESS_TCP, CALLEE, elsewhere));
    assertThat(CHECK.violations(messages))
        .extracting(Violation::fault)
        .containsExactly(
            "dialog began at udp:198.51.100.1:5062 and goes on at tcp:198.51.100.2:5062");
  }

  @Test
  void learnsTcpPeersByTheListenerThatTheyConnectTo() {
    Listener listener = Listener.of("int-tcp", Transport.TCP, INGRESS.getAddress(), 5060);
    Side intern = Side.of("intern", List.of(listener), Endpoints.of(socket("192.0.2.10", 5999)));
    InetSocketAddress ephemeral = socket("192.0.2.10", 40_001);
    List<WireMessage> messages = call(OUT_INVITE, IN_OK);
    String ok = IN_OK.replace("b@192.0.2.1:5060", "b@192.0.2.1:5060;transport=tcp");
    messages.set(0, message(Transport.TCP, ephemeral, INGRESS, IN_INVITE));
    messages.set(3, message(Transport.TCP, INGRESS, ephemeral, ok));
    assertThat(PromiseCheck.between(intern, EXTERN).violations(messages)).isEmpty();
  }

  @Test
  void findsWhatGoesPastSipbondOrNowhere() {
    List<WireMessage> messages = call(OUT_INVITE, IN_OK);
    messages.add(message(Transport.UDP, CALLER, CALLEE, IN_INVITE));
    messages.add(message(Transport.UDP, EGRESS, socket("198.51.100.99", 5060), OUT_INVITE));
    assertThat(CHECK.violations(messages))
        .extracting(Violation::fault)
        .containsExactly("went past sipbond to extern", "went to nobody of any side");
  }

  @Test
  void findsSilenceAndTheLackOfIt() {
    List<WireMessage> messages = call(OUT_INVITE, IN_OK);
    assertThat(CHECK.violations(messages.subList(0, 1)))
        .extracting(Violation::toString)
        .containsExactly(
            "intern: sipbond sent nothing to its peers, in: the whole call",
            "extern: sipbond sent nothing to its peers, in: the whole call");
    assertThat(PromiseCheck.between(INTERN, EXTERN.silenced()).violations(messages))
        .extracting(Violation::fault)
        .containsExactly("must stay silent");
  }

  @Test
  void tellsSidesOnOneHostApartByPort() {
    InetSocketAddress caller = socket("::1", 6000);
    InetSocketAddress callee = socket("::1", 6001);
    Listener in = Listener.of("in", Transport.UDP, caller.getAddress(), 6002);
    Listener out = Listener.of("out", Transport.UDP, caller.getAddress(), 6003);
    PromiseCheck check =
        PromiseCheck.between(
            Side.of("intern", List.of(in), Endpoints.of(caller)),
            Side.of("extern", List.of(out), Endpoints.of(callee)));
    String ok = IN_OK.replaceAll("Contact: .*", "Contact: <sip:b@[0:0:0:0:0:0:0:1]:6001>");
    List<WireMessage> messages =
        List.of(
            message(Transport.UDP, caller, Side.socketOf(in), IN_INVITE),
            message(Transport.UDP, Side.socketOf(in), caller, ok));
    assertThat(check.violations(messages))
        .extracting(Violation::fault)
        .contains("Contact holds address [::1]:6001 of extern");
  }

  @Test
  void refusesSidesThatCannotBeToldApart() {
    assertThatThrownBy(() -> PromiseCheck.between(INTERN, INTERN))
        .hasMessage("sides intern and intern share a peer");
    assertThatThrownBy(
            () -> Side.of("extern", List.of(EXT_UDP), Endpoints.everyPortOf(EGRESS.getAddress())))
        .hasMessage("side extern: member %s is among its peers; allowed: other sockets", EXT_UDP);
  }

  private static List<String> faults(List<WireMessage> messages) {
    return CHECK.violations(messages).stream().map(Violation::toString).toList();
  }

  private static String altered(String message, String right, String wrong) {
    assertThat(message).contains(right);
    return message.replace(right, wrong.replace('~', '\n'));
  }

  private static List<WireMessage> call(String outInvite, String inOk) {
    return new ArrayList<>(
        List.of(
            message(Transport.UDP, CALLER, INGRESS, IN_INVITE),
            message(Transport.UDP, EGRESS, CALLEE, outInvite),
            message(Transport.UDP, CALLEE, EGRESS, OUT_OK),
            message(Transport.UDP, INGRESS, CALLER, inOk)));
  }

  private static WireMessage message(
      Transport transport, InetSocketAddress from, InetSocketAddress to, String lines) {
    Frame frame =
        DatagramFraming.read(lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    SipText text = ((Frame.Message) frame).text();
    return new WireMessage(Instant.EPOCH, transport, from, to, text);
  }

  private static InetSocketAddress socket(String address, int port) {
    return new InetSocketAddress(IpLiteral.parse(address).orElseThrow(), port);
  }
}
