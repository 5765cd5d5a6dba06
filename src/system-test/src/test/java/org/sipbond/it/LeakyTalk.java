package org.sipbond.it;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/** One call between two proxies that write into it whatever could tell of their side. */
record LeakyTalk(int id, RawPeer caller, RawPeer callee, InetSocketAddress ingress) {
  String callId() {
    return "caller-call-" + id + "@192.0.2.31";
  }

  String recordRouteOfTheCaller() {
    return "<sip:127.0.60.11:" + caller.address().getPort() + ";lr;caller-record=1>";
  }

  /** Gives the 200 as the caller has it. */
  WireMessage establish() throws IOException {
    invite(HeaderLeakIT.OFFER);
    WireMessage ok = answered(HeaderLeakIT.ANSWER);
    ack(ok, "");
    return ok;
  }

  /** Gives the ACK as the callee has it. */
  WireMessage establishWithLateOffer() throws IOException {
    invite("");
    ack(answered(HeaderLeakIT.OFFER), HeaderLeakIT.ANSWER);
    return callee.messages().get(callee.messages().size() - 1);
  }

  private void invite(String offer) throws IOException {
    caller.send(ingress, head("INVITE", "sip:phone-1@example.com", "", 1), offer);
  }

  private WireMessage answered(String sdp) throws IOException {
    WireMessage invite = callee.await("INVITE");
    callee.respond(invite, "180 Ringing", "callee-tag-" + id, ofTheCallee(""), "");
    caller.await("180 Ringing");
    String more = sdp.isEmpty() ? "" : "Content-Type: application/sdp\n";
    callee.respond(invite, "200 OK", "callee-tag-" + id, ofTheCallee(more), sdp);
    return caller.await("200 OK");
  }

  private void ack(WireMessage ok, String sdp) throws IOException {
    String contact = ok.text().addresses("Contact").get(0).uri();
    caller.send(ingress, head("ACK", contact, ok.text().toTag().orElseThrow(), 1), sdp);
    callee.await("ACK");
  }

  void infoFromTheCallee() throws IOException {
    callee.send(callee.messages().get(0).source(), inDialog("INFO", 1), "");
    WireMessage info = caller.await("INFO");
    caller.respond(info, "200 OK", "", "Server: Caller-Phone/1\nWarning: 399 192.0.2.31 \"x\"", "");
    callee.await("200 OK (INFO)");
  }

  /** Gives the BYE as the caller has it. */
  WireMessage byeFromTheCallee() throws IOException {
    callee.send(callee.messages().get(0).source(), inDialog("BYE", 2), "");
    WireMessage bye = caller.await("BYE");
    caller.respond(bye, "200 OK", "", "Server: Caller-Phone/1", "");
    callee.await("200 OK (BYE)");
    return bye;
  }

  private String head(String method, String uri, String toTag, int number) {
    return """
    %s %s SIP/2.0
    Via: SIP/2.0/UDP 127.0.60.11:%d;branch=z9hG4bK-caller-branch-%s-%s-2
    Via: SIP/2.0/UDP 192.0.2.31:5070;branch=z9hG4bK-caller-branch-%s-%s-1;received=192.0.2.31
    Record-Route: %s
    Route: <sip:127.0.60.1:%d;lr>
    Max-Forwards: 69
    From: "Alice" <sip:alice@192.0.2.31:5070>;tag=caller-tag-%s
    To: <sip:phone-1@example.com>%s
    Call-ID: %s
    CSeq: %d %s
    Contact: <sip:alice@192.0.2.31:5070>;+sip.instance="<urn:caller-product>"
    User-Agent: Caller-Phone/1
    Warning: 399 caller.example.com "nothing"
    Supported: timer, 100rel, path
    Path: <sip:caller.example.com;lr>
    Service-Route: <sip:caller.example.com;lr>
    Subject: for everybody
    Content-Type: application/sdp
    """
        .formatted(
            method,
            uri,
            caller.address().getPort(),
            id,
            method,
            id,
            method,
            recordRouteOfTheCaller(),
            ingress.getPort(),
            id,
            toTag.isEmpty() ? "" : ";tag=" + toTag,
            callId(),
            number,
            method);
  }

  private String ofTheCallee(String more) {
    return """
    Record-Route: <sip:127.0.60.21:%d;lr;callee-record=1>
    Contact: <sip:bob@192.0.2.77:5071>;+sip.instance="<urn:callee-product>"
    Server: Callee-Phone/2
    User-Agent: Callee-Phone/2
    Warning: 399 callee.example.com "nothing"
    Subject: for everybody too
    """
            .formatted(callee.address().getPort())
        + more.strip();
  }

  private String inDialog(String method, int number) {
    SipText invite = callee.messages().get(0).text();
    return """
    %s %s SIP/2.0
    Via: SIP/2.0/UDP 127.0.60.21:%d;branch=z9hG4bK-callee-branch-%s-%s-2
    Via: SIP/2.0/UDP 192.0.2.77:5071;branch=z9hG4bK-callee-branch-%s-%s-1
    Max-Forwards: 69
    From: %s;tag=callee-tag-%s
    To: %s
    Call-ID: %s
    CSeq: %d %s
    User-Agent: Callee-Phone/2
    Contact: <sip:bob@192.0.2.77:5071>
    """
        .formatted(
            method,
            invite.addresses("Contact").get(0).uri(),
            callee.address().getPort(),
            id,
            method,
            id,
            method,
            invite.header("To").orElseThrow(),
            id,
            invite.header("From").orElseThrow(),
            invite.callId().orElseThrow(),
            number,
            method);
  }
}
