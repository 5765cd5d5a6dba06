package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/**
 * Headers on their way between peers of trusted bonds, office and branch, and of one that is not,
 * carrier; of the table itself see HeaderPolicyTest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersIT {
  private static final String ASSERTED =
      """
      P-Asserted-Identity: "Alice" <sip:+4320@example.com>
      P-Asserted-Identity: <tel:+4320>
      P-Charging-Vector: icid-value=12;icid-generated-at=192.0.2.31
      Diversion: <sip:desk@192.0.2.31>;reason=no-answer
      History-Info: <sip:desk@192.0.2.31>;index=1
      Remote-Party-ID: <sip:alice@192.0.2.31>;party=calling
      """;
  private static final List<String> OF_THE_TRUST_DOMAIN =
      List.of("P-Charging-Vector", "Diversion", "History-Info", "Remote-Party-ID");

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final FreePorts ports = new FreePorts();
  private final Map<String, InetSocketAddress> listeners = new TreeMap<>();
  private final Map<String, InetSocketAddress> phones = new TreeMap<>();
  private final Map<String, RawPeer> peers = new TreeMap<>();
  private final Server server;
  private int calls;

  HeadersIT(@TempDir Path base) throws IOException, ContainerException {
    int host = 1;
    for (String bond : List.of("office", "branch", "carrier")) {
      listeners.put(bond, ports.on(Medium.UDP4.address(host)));
      phones.put(bond, ports.on(Medium.UDP4.address(host + 10)));
      host++;
    }
    server = Server.start(base, document());
  }

  private String document() {
    return """
    listeners { office = "%s", branch = "%s", carrier = "%s" }
    bonds {
      office = { members = [office], trusted = true }
      branch = { members = [branch], trusted = true }
      carrier = [carrier]
    }
    next-hops { office = "%s", branch = "%s", carrier = "%s" }
    rules = [
      { from = office, to = branch, user = "branch*", next-hop = branch }
      { from = office, to = carrier, user = "carrier*", next-hop = carrier }
      { from = carrier, to = office, next-hop = office }
    ]
    """
        .formatted(
            Medium.UDP4.notation(at(listeners, "office")),
            Medium.UDP4.notation(at(listeners, "branch")),
            Medium.UDP4.notation(at(listeners, "carrier")),
            Medium.UDP4.uri(at(phones, "office")),
            Medium.UDP4.uri(at(phones, "branch")),
            Medium.UDP4.uri(at(phones, "carrier")));
  }

  @BeforeEach
  void open() throws IOException {
    for (Map.Entry<String, InetSocketAddress> phone : phones.entrySet()) {
      RawPeer peer = RawPeer.open(phone.getValue());
      peers.put(phone.getKey(), peer);
      ladder.of(peer::messages);
    }
  }

  @AfterEach
  void close() {
    peers.values().forEach(RawPeer::close);
  }

  @Test
  void tellsATrustedBondWhatATrustedOneAsserts() throws IOException {
    RawCall call = call("office", "branch");
    SipText invite = call.invite("branch", ASSERTED + "Privacy: id;user\nSubject: secret");
    assertThat(identities(invite))
        .containsExactly("\"Alice\" <sip:+4320@example.com>", "<tel:+4320>");
    assertThat(OF_THE_TRUST_DOMAIN).allSatisfy(name -> assertThat(invite.values(name)).hasSize(1));
    assertThat(privacy(invite)).isEqualTo("id;user");
    assertThat(invite.header("Subject")).contains("secret");
    assertThat(invite.header("From").orElseThrow()).startsWith("\"Alice\" <sip:alice@example.com>");
    SipText busy = call.refuse("486 Busy Here", "P-Asserted-Identity: <tel:+4321>");
    assertThat(identities(busy)).containsExactly("<tel:+4321>");
  }

  @Test
  void tellsAnUntrustedBondOnlyWhoIsCallingWhereNobodyObjects() throws IOException {
    RawCall call = call("office", "carrier");
    SipText invite = call.invite("carrier", ASSERTED);
    assertThat(identities(invite)).hasSize(2);
    assertThat(OF_THE_TRUST_DOMAIN).allSatisfy(name -> assertThat(invite.values(name)).isEmpty());
    SipText busy =
        call.refuse("486 Busy Here", "P-Asserted-Identity: <tel:+4321>\nReason: Q.850;cause=17");
    assertThat(identities(busy)).isEmpty();
    assertThat(busy.header("Reason").orElseThrow()).startsWith("Q.850;cause=17");
  }

  @Test
  void hidesTheCallerFromAnUntrustedBondWhereItIsAsked() throws IOException {
    RawCall call = call("office", "carrier");
    SipText invite =
        call.invite("carrier", ASSERTED + "Privacy: id;user;critical\nSubject: Alice calls");
    assertThat(invite.header("From").orElseThrow())
        .startsWith("\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=");
    assertThat(privacy(invite)).isEqualTo("id");
    assertThat(invite.toString()).doesNotContain("Alice").doesNotContain("alice@");
    call.refuse("486 Busy Here", "");
  }

  @Test
  void believesNothingThatAnUntrustedBondAsserts() throws IOException {
    RawCall call = call("carrier", "office");
    SipText invite =
        call.invite("anybody", ASSERTED + "P-Preferred-Identity: <tel:+4322>\nSubject: hello");
    assertThat(identities(invite)).isEmpty();
    assertThat(invite.values("P-Preferred-Identity")).isEmpty();
    assertThat(OF_THE_TRUST_DOMAIN).allSatisfy(name -> assertThat(invite.values(name)).isEmpty());
    assertThat(invite.header("Subject")).contains("hello");
    call.refuse("486 Busy Here", "");
  }

  @Test
  void sendsNothingWherePrivacyIsCriticalAndCannotBeHad() throws IOException {
    RawCall call = call("office", "carrier");
    call.sendInvite("carrier", "Max-Forwards: 70\nPrivacy: session;critical");
    WireMessage refusal = peer("office").await("500 Server Internal Error");
    assertThat(refusal.text().header("Reason").orElseThrow())
        .contains("privacy failure: session is critical");
    call.acknowledgeRefusal(refusal);
    RawCall next = call("office", "carrier");
    next.invite("carrier", "");
    assertThat(peer("carrier").messages()).as("only the next call").hasSize(1);
    next.refuse("486 Busy Here", "");
  }

  @Test
  void judgesEveryMessageOfADialogInBothDirections() throws IOException {
    RawCall call = call("office", "carrier");
    call.invite("carrier", "");
    call.answer("P-Charging-Vector: icid-value=1");
    call.sendFromCaller("INFO", "Max-Forwards: 12\nP-Charging-Vector: icid-value=2\nX-A: 1");
    WireMessage info = peer("carrier").await("INFO");
    assertThat(info.text().values("P-Charging-Vector")).isEmpty();
    assertThat(info.text().header("X-A")).contains("1");
    assertThat(info.text().header("Max-Forwards")).contains("11");
    peer("carrier").respond(info, "200 OK", "", "P-Charging-Vector: icid-value=3\nX-B: 2\n", "");
    WireMessage ok = peer("office").await("200 OK (INFO)");
    assertThat(ok.text().values("P-Charging-Vector")).isEmpty();
    assertThat(ok.text().header("X-B")).contains("2");
    call.sendFromCallee("INFO", 1, "Max-Forwards: 0");
    peer("carrier").await("483 Too many hops (INFO)");
    call.hangUp();
  }

  @Test
  void countsAnInviteWithoutMaxForwardsFromSeventy() throws IOException {
    RawCall call = call("office", "branch");
    call.sendInvite("branch", "");
    assertThat(call.awaitInvite().header("Max-Forwards")).contains("69");
    call.refuse("486 Busy Here", "");
  }

  /** Office to carrier and back, by peers that leave Call-ID, tags and Via of neither side. */
  @Test
  void answersACallThatHasComeBack() throws IOException {
    RawCall first = call("office", "carrier");
    first.invite("carrier", "");
    RawCall back = call("carrier", "office");
    back.sendInvite("carrier", "Max-Forwards: 68");
    assertThat(back.awaitInvite().header("Max-Forwards")).contains("67");
    RawCall again = call("office", "carrier");
    again.sendInvite("carrier", "Max-Forwards: 66");
    WireMessage refusal = peer("office").await("482 Loop detected");
    assertThat(refusal.text().header("Reason").orElseThrow()).contains("request has come back");
    again.acknowledgeRefusal(refusal);
    back.refuse("482 Loop Detected", "");
    first.refuse("482 Loop Detected", "");
  }

  @Test
  void takesASpiralAndAnEqualCallForNoLoop() throws IOException {
    RawCall first = call("office", "carrier");
    first.invite("carrier", "");
    RawCall spiral = call("office", "carrier");
    spiral.invite("carrier-2", "");
    RawCall equal = call("office", "carrier");
    equal.invite("carrier", "");
    for (RawCall call : List.of(first, spiral, equal)) {
      call.refuse("486 Busy Here", "");
    }
  }

  @Test
  void passesDigestAsItIs() throws IOException {
    String md5 = "Digest realm=\"example.com\",nonce=\"84f1\",algorithm=MD5,qop=\"auth\"";
    String sha = "Digest realm=\"example.com\",nonce=\"84f1\",algorithm=SHA-256,qop=\"auth\"";
    RawCall call = call("office", "carrier");
    call.invite("carrier", "");
    SipText challenge =
        call.refuse(
            "407 Proxy Authentication Required",
            "Proxy-Authenticate: " + sha + "\nProxy-Authenticate: " + md5);
    assertThat(challenge.headers("Proxy-Authenticate"))
        .extracting(header -> header.value())
        .containsExactly(sha, md5);
    String answer =
        "Digest username=\"alice\",realm=\"example.com\",nonce=\"84f1\","
            + "uri=\"sip:carrier@example.com\",response=\"6629fae4\",algorithm=SHA-256,"
            + "cnonce=\"0a4f\",qop=auth,nc=00000001";
    RawCall again = call("office", "carrier");
    SipText invite = again.invite("carrier", "Proxy-Authorization: " + answer);
    assertThat(invite.header("Proxy-Authorization")).contains(answer);
    again.refuse("486 Busy Here", "");
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  private RawCall call(String from, String to) {
    calls++;
    return new RawCall("h" + calls, peer(from), peer(to), at(listeners, from));
  }

  private RawPeer peer(String bond) {
    return Objects.requireNonNull(peers.get(bond));
  }

  private static InetSocketAddress at(Map<String, InetSocketAddress> sockets, String bond) {
    return Objects.requireNonNull(sockets.get(bond));
  }

  private static List<String> identities(SipText message) {
    return message.values("P-Asserted-Identity");
  }

  private static String privacy(SipText message) {
    return String.join(";", message.values("Privacy"));
  }
}
