package org.sipbond.bench;

import java.net.InetSocketAddress;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/** Writes the requests of one call. */
record Dialogue(InetSocketAddress caller, InetSocketAddress door, String token) {

  String invite(String host) {
    return request("INVITE", "sip:bob@" + host, 1, "", "<sip:bob@" + host + ">");
  }

  /** A ping: OPTIONS for the server itself. */
  String options() {
    String server = WireMessage.text(door);
    return request("OPTIONS", "sip:" + server, 1, "", "<sip:" + server + ">");
  }

  String ack(SipText success) {
    return within("ACK", 1, success);
  }

  /** For any final response but 2xx: of the INVITE's own transaction (RFC 3261 §17.1.1.3). */
  String ack(String host, SipText failure) {
    return request("ACK", "sip:bob@" + host, 1, "", failure.header("To").orElseThrow())
        .replace("branch=z9hG4bKACK", "branch=z9hG4bKINVITE");
  }

  String bye(SipText success) {
    return within("BYE", 2, success);
  }

  private String within(String method, int cseq, SipText success) {
    return request(
        method,
        success.addresses("Contact").get(0).uri(),
        cseq,
        "",
        success.header("To").orElseThrow());
  }

  private String request(String method, String uri, int cseq, String more, String to) {
    String me = WireMessage.text(caller);
    return String.join(
        "\r\n",
        method + " " + uri + " SIP/2.0",
        "Via: SIP/2.0/UDP " + me + ";branch=z9hG4bK" + method + token,
        "From: <sip:bench@" + me + ">;tag=" + token,
        "To: " + to,
        "Call-ID: " + token,
        "CSeq: " + cseq + " " + method,
        "Max-Forwards: 70",
        "Contact: <sip:bench@" + me + ">",
        more + "Content-Length: 0",
        "",
        "");
  }
}
