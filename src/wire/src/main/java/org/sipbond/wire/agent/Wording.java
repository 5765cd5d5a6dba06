package org.sipbond.wire.agent;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;

/** Messages that follow from another message. Pure. */
final class Wording {
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(100, "Trying"),
          Map.entry(180, "Ringing"),
          Map.entry(183, "Session Progress"),
          Map.entry(200, "OK"),
          Map.entry(302, "Moved Temporarily"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(480, "Temporarily Unavailable"),
          Map.entry(481, "Call/Transaction Does Not Exist"),
          Map.entry(486, "Busy Here"),
          Map.entry(487, "Request Terminated"),
          Map.entry(401, "Unauthorized"),
          Map.entry(407, "Proxy Authentication Required"),
          Map.entry(408, "Request Timeout"),
          Map.entry(420, "Bad Extension"),
          Map.entry(491, "Request Pending"),
          Map.entry(488, "Not Acceptable Here"),
          Map.entry(500, "Server Internal Error"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(603, "Decline"));

  private Wording() {}

  /** Content headers of a body that is a session description, or of none. */
  static List<Header> bodyHeaders(Body body) {
    Header length = new Header("Content-Length", Integer.toString(body.length()));
    return body.length() == 0
        ? List.of(length)
        : List.of(new Header("Content-Type", "application/sdp"), length);
  }

  /**
   * ACK to a failure, or CANCEL: the same transaction, so the same Via. RFC 3261 §17.1.1.3, §9.1.
   */
  static SipText sameTransaction(SipText invite, String method, String to) {
    List<Header> headers = new ArrayList<>();
    headers.add(invite.headers("Via").get(0));
    headers.add(new Header("Max-Forwards", "70"));
    headers.addAll(invite.headers("Route"));
    headers.addAll(invite.headers("From"));
    headers.add(new Header("To", to));
    headers.addAll(invite.headers("Call-ID"));
    headers.add(new Header("CSeq", number(invite) + " " + method));
    headers.addAll(bodyHeaders(Body.EMPTY));
    return new SipText(method + " " + invite.requestUri() + " SIP/2.0", headers, Body.EMPTY);
  }

  /**
   * A response as RFC 3261 §8.2.6 builds it, with {@code received} and {@code rport} of RFC 3581
   * §4.
   *
   * @param toTag added to To where it has none; empty text adds none
   */
  static SipText response(
      SipText request, InetSocketAddress source, int status, String toTag, List<Header> more) {
    List<Header> headers = new ArrayList<>(vias(request, source));
    headers.addAll(request.headers("Record-Route"));
    headers.addAll(request.headers("From"));
    String to = request.header("To").orElse("");
    boolean add = request.toTag().isEmpty() && !toTag.isEmpty();
    headers.add(new Header("To", add ? to + ";tag=" + toTag : to));
    headers.addAll(request.headers("Call-ID"));
    headers.addAll(request.headers("CSeq"));
    headers.addAll(more);
    return new SipText(statusLine(status), headers, Body.EMPTY);
  }

  /** The same message with a body and its content headers, except for a type that it has. */
  static SipText withBody(SipText text, Body body) {
    List<Header> headers = new ArrayList<>(text.headers());
    boolean typed = !text.headers("Content-Type").isEmpty();
    bodyHeaders(body).stream()
        .filter(header -> !typed || !header.is("Content-Type"))
        .forEach(headers::add);
    return new SipText(text.startLine(), headers, body);
  }

  static long number(SipText request) {
    return request.cseq().orElseThrow().number();
  }

  private static String statusLine(int status) {
    return "SIP/2.0 " + status + " " + REASONS.getOrDefault(status, "Status " + status);
  }

  private static List<Header> vias(SipText request, InetSocketAddress source) {
    List<Header> vias = new ArrayList<>(request.headers("Via"));
    String top = vias.get(0).value();
    if (!top.contains(",") && top.matches(".*;rport(;.*|$)")) {
      String seen = ";received=" + IpLiteral.text(source.getAddress());
      String filled = top.replaceFirst(";rport(?=;|$)", ";rport=" + source.getPort());
      vias.set(0, new Header("Via", filled + seen));
    }
    return vias;
  }
}
