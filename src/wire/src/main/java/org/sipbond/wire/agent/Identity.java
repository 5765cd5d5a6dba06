package org.sipbond.wire.agent;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/**
 * What an agent calls itself in messages.
 *
 * @param name user part of its URIs
 */
record Identity(String name, Transport transport, InetSocketAddress local) {
  private static final String ALLOW = "INVITE, ACK, BYE, CANCEL, OPTIONS, INFO, UPDATE";

  /** Address-of-record and Contact in one: the agent is reached only where it is. */
  String uri() {
    String suffix = transport == Transport.UDP ? "" : ";transport=" + transport;
    return "sip:" + name + "@" + WireMessage.text(local) + suffix;
  }

  Header contact() {
    return new Header("Contact", "<" + uri() + ">");
  }

  String from(String tag) {
    return "<sip:" + name + "@" + WireMessage.text(local) + ">;tag=" + tag;
  }

  /** A request in or out of a dialog, with {@code rport} (RFC 3581) and without Route headers. */
  SipText request(String method, String uri, String branch, List<Header> dialog, Body body) {
    List<Header> headers = new ArrayList<>();
    String protocol = "SIP/2.0/" + transport.toString().toUpperCase(Locale.ROOT);
    headers.add(
        new Header(
            "Via", protocol + " " + WireMessage.text(local) + ";branch=" + branch + ";rport"));
    headers.add(new Header("Max-Forwards", "70"));
    headers.addAll(dialog);
    if (!method.equals("ACK") && !method.equals("BYE")) {
      headers.add(contact());
      headers.add(new Header("Allow", ALLOW));
    }
    return Wording.withBody(
        new SipText(method + " " + uri + " SIP/2.0", headers, Body.EMPTY), body);
  }
}
