package org.sipbond.wire.agent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.Header;
import org.sipbond.wire.NameAddr;
import org.sipbond.wire.SipText;
import org.sipbond.wire.SipUri;

/**
 * What one end knows of a dialog. See RFC 3261 §12.
 *
 * @param local value of From in requests that this end sends, with its tag
 * @param remote value of To in requests that this end sends
 * @param target URI of the remote Contact
 * @param routes Route values, nearest first
 */
record Dialog(String callId, String local, String remote, String target, List<String> routes) {
  Dialog {
    routes = List.copyOf(routes);
  }

  /** The caller's view: the route set is Record-Route in reverse. See RFC 3261 §12.1.2. */
  static Dialog ofCaller(SipText invite, SipText response) {
    List<String> routes = new ArrayList<>(response.values("Record-Route"));
    Collections.reverse(routes);
    return new Dialog(
        required(invite, "Call-ID"),
        required(invite, "From"),
        required(response, "To"),
        contact(response),
        routes);
  }

  /** The callee's view: the route set is Record-Route in order. See RFC 3261 §12.1.1. */
  static Dialog ofCallee(SipText invite, String localTag) {
    return new Dialog(
        required(invite, "Call-ID"),
        required(invite, "To") + ";tag=" + localTag,
        required(invite, "From"),
        contact(invite),
        invite.values("Record-Route"));
  }

  /** The same dialog with the Contact of a target refresh. See RFC 3261 §12.2. */
  Dialog refreshedBy(SipText message) {
    return message.headers("Contact").isEmpty()
        ? this
        : new Dialog(callId, local, remote, contact(message), routes);
  }

  /** The headers that place a request in this dialog. */
  List<Header> headers(long number, String method) {
    List<Header> headers = new ArrayList<>();
    routes.forEach(route -> headers.add(new Header("Route", route)));
    headers.add(new Header("From", local));
    headers.add(new Header("To", remote));
    headers.add(new Header("Call-ID", callId));
    headers.add(new Header("CSeq", number + " " + method));
    return headers;
  }

  /**
   * Where the next request goes: the first route, else the target; numeric and over our transport.
   */
  InetSocketAddress nextHop(Transport transport) {
    String next = routes.isEmpty() ? target : NameAddr.parse(routes.get(0)).uri();
    SipUri uri =
        SipUri.parse(next)
            .filter(found -> found.transport() == transport)
            .orElseThrow(() -> new NotSeenException(unusable(next, transport)));
    HostPort hostPort = uri.hostPort();
    InetAddress address =
        IpLiteral.parse(hostPort.host())
            .orElseThrow(() -> new NotSeenException(unusable(next, transport)));
    return new InetSocketAddress(address, hostPort.port());
  }

  private static String unusable(String next, Transport transport) {
    return "next hop of the dialog is " + next + "; allowed: numeric sip uri over " + transport;
  }

  private static String contact(SipText text) {
    return NameAddr.parse(required(text, "Contact")).uri();
  }

  private static String required(SipText text, String header) {
    return text.header(header)
        .orElseThrow(() -> new NotSeenException("no " + header + " in " + text.startLine()));
  }
}
