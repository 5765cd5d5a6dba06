package org.sipbond.it;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/**
 * A call between two peers that write what headers they like; {@code more} are whole headers, a
 * line each, or empty text.
 */
final class RawCall {
  private final String id;
  private final RawPeer caller;
  private final RawPeer callee;
  private final InetSocketAddress ingress;
  private int number = 1;
  private String toTag = "";
  private String contact;
  private Optional<WireMessage> invited = Optional.empty();

  /**
   * A call that is not begun.
   *
   * @param ingress where the caller sends to
   */
  RawCall(String id, RawPeer caller, RawPeer callee, InetSocketAddress ingress) {
    this.id = id;
    this.caller = caller;
    this.callee = callee;
    this.ingress = ingress;
    this.contact = "sip:alice@" + WireMessage.text(caller.address());
  }

  /** Where the caller wants to be reached; at its own socket unless this says otherwise. */
  void contact(String uri) {
    contact = uri;
  }

  /** Calls; gives the INVITE as the callee has it. */
  SipText invite(String user, String more) throws IOException {
    sendInvite(user, "Max-Forwards: 70\n" + more);
    return awaitInvite();
  }

  /** The INVITE as the callee has it. */
  SipText awaitInvite() throws IOException {
    WireMessage invite = callee.await("INVITE");
    invited = Optional.of(invite);
    return invite.text();
  }

  /** Calls, with a Max-Forwards only where {@code more} has one. */
  void sendInvite(String user, String more) throws IOException {
    caller.send(ingress, head("INVITE", "sip:" + user + "@example.com", more), "");
  }

  /** The callee refuses; gives the answer as the caller has it, who acknowledges it. */
  SipText refuse(String status, String more) throws IOException {
    callee.respond(invited.orElseThrow(), status, "callee-" + id, more, "");
    WireMessage answer = caller.await(status);
    acknowledgeRefusal(answer);
    return answer.text();
  }

  /** The ACK of a refusal belongs to its INVITE: RFC 3261 §17.1.1.3. */
  void acknowledgeRefusal(WireMessage answer) throws IOException {
    toTag = ";tag=" + answer.text().toTag().orElseThrow();
    caller.send(ingress, ack("INVITE1"), "");
    toTag = "";
  }

  /** The callee answers, the caller acknowledges; gives the 200 as the caller has it. */
  SipText answer(String more) throws IOException {
    callee.respond(
        invited.orElseThrow(),
        "200 OK",
        "callee-" + id,
        "Contact: <sip:bob@" + WireMessage.text(callee.address()) + ">\n" + more,
        "");
    WireMessage ok = caller.await("200 OK");
    toTag = ";tag=" + ok.text().toTag().orElseThrow();
    caller.send(ingress, ack("ACK1"), "");
    callee.await("ACK");
    return ok.text();
  }

  /** The same where the callee, who has that Contact, gets the ACK elsewhere. */
  void answered(String contactHeader) throws IOException {
    callee.respond(invited.orElseThrow(), "200 OK", "callee-" + id, contactHeader, "");
    toTag = ";tag=" + caller.await("200 OK").text().toTag().orElseThrow();
    caller.send(ingress, ack("ACK1"), "");
  }

  /** The ACK of the latest re-INVITE. */
  void acknowledgeAgain() throws IOException {
    caller.send(
        ingress,
        head("ACK", "sip:anybody@example.com", "Max-Forwards: 70", "ACK" + number, number),
        "");
  }

  /** Sends a request of the dialog; await it where it should come. */
  void sendFromCaller(String method, String more) throws IOException {
    number++;
    caller.send(ingress, head(method, "sip:anybody@example.com", more), "");
  }

  /** Sends a request of the dialog; await it where it should come. */
  void sendFromCallee(String method, int callees, String more) throws IOException {
    WireMessage invite = invited.orElseThrow();
    SipText text = invite.text();
    callee.send(
        invite.source(),
        """
        %1$s %2$s SIP/2.0
        Via: SIP/2.0/UDP %3$s;branch=z9hG4bK-callee-%4$s-%5$d
        From: %6$s;tag=callee-%4$s
        To: %7$s
        Call-ID: %8$s
        CSeq: %5$d %1$s
        %9$s
        """
            .formatted(
                method,
                text.addresses("Contact").get(0).uri(),
                WireMessage.text(callee.address()),
                id,
                callees,
                text.header("To").orElseThrow(),
                text.header("From").orElseThrow(),
                text.callId().orElseThrow(),
                more.strip()),
        "");
  }

  /** Hangs up by the caller, after which nothing of the call is left. */
  void hangUp() throws IOException {
    sendFromCaller("BYE", "Max-Forwards: 70");
    callee.respond(callee.await("BYE"), "200 OK", "", "", "");
    caller.await("200 OK (BYE)");
  }

  private String ack(String branch) {
    return head("ACK", "sip:anybody@example.com", "Max-Forwards: 70", branch);
  }

  private String head(String method, String uri, String more) {
    return head(method, uri, more, method + number);
  }

  private String head(String method, String uri, String more, String branch) {
    return head(method, uri, more, branch, method.equals("ACK") ? 1 : number);
  }

  private String head(String method, String uri, String more, String branch, int cseq) {
    return """
    %1$s %2$s SIP/2.0
    Via: SIP/2.0/UDP %3$s;branch=z9hG4bK-caller-%4$s-%5$s
    From: "Alice" <sip:alice@example.com>;tag=caller-%4$s
    To: <sip:anybody@example.com>%6$s
    Call-ID: caller-call-%4$s
    CSeq: %7$d %1$s
    Contact: <%9$s>
    %8$s
    """
        .formatted(
            method,
            uri,
            WireMessage.text(caller.address()),
            id,
            branch,
            toTag,
            cseq,
            more.strip(),
            contact);
  }
}
