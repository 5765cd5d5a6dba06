package org.sipbond.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A SIP message as text: what was written, in the order it was written. See RFC 3261 §7.
 *
 * @param startLine request line or status line, without line end
 * @param headers every header field, unfolded
 * @param body empty when there is none
 */
public record SipText(String startLine, List<Header> headers, Body body) {
  private static final String VERSION = "SIP/2.0";

  /** Keeps a copy of the headers; fails on a line that starts no SIP message. */
  public SipText {
    if (!StartLine.isValid(startLine)) {
      throw new IllegalArgumentException(
          "start line \"" + startLine + "\"; allowed: METHOD uri SIP/2.0 or SIP/2.0 status reason");
    }
    headers = List.copyOf(headers);
  }

  /** Whether this is a request; a response otherwise. */
  public boolean isRequest() {
    return !startLine.regionMatches(true, 0, VERSION + " ", 0, VERSION.length() + 1);
  }

  /** The method of a request, and the method that a response answers. */
  public String method() {
    return isRequest()
        ? startLine.substring(0, startLine.indexOf(' '))
        : cseq().map(CSeq::method).orElse("");
  }

  /** Whether this is a request of that method. */
  public boolean isRequest(String method) {
    return isRequest() && method().equals(method);
  }

  /** The status of a response; 0 for a request. */
  public int status() {
    return isRequest() ? 0 : Integer.parseInt(startLine.substring(8, 11));
  }

  /** The request-URI of a request; empty text for a response. */
  public String requestUri() {
    return isRequest() ? startLine.split(" ", 3)[1] : "";
  }

  /** Method, or status and reason; of a response to anything but INVITE also its method. */
  public String summary() {
    if (isRequest()) {
      return method();
    }
    String status = startLine.substring(VERSION.length()).strip();
    return method().equals("INVITE") ? status : status + " (" + method() + ")";
  }

  /** The header fields of that long name, in order. */
  public List<Header> headers(String longName) {
    return headers.stream().filter(header -> header.is(longName)).toList();
  }

  /** The whole value of the first header field of that long name. */
  public Optional<String> header(String longName) {
    return headers(longName).stream().findFirst().map(Header::value);
  }

  /** Every value of that header, in order, whether joined by commas or in fields of their own. */
  public List<String> values(String longName) {
    return headers(longName).stream()
        .flatMap(header -> Grammar.split(header.value(), ',').stream())
        .toList();
  }

  /** Every value of a header that holds addresses, such as Contact or Route. */
  public List<NameAddr> addresses(String longName) {
    return values(longName).stream().map(NameAddr::parse).toList();
  }

  /** The Via values that can be read, topmost first. */
  public List<Via> vias() {
    return values("Via").stream().flatMap(value -> Via.parse(value).stream()).toList();
  }

  /** The topmost Via; empty when there is none that can be read. */
  public Optional<Via> topVia() {
    return values("Via").stream().findFirst().flatMap(Via::parse);
  }

  /** The Call-ID. */
  public Optional<String> callId() {
    return header("Call-ID");
  }

  /** The CSeq; empty when there is none that can be read. */
  public Optional<CSeq> cseq() {
    return header("CSeq").flatMap(CSeq::parse);
  }

  /** The tag of From. */
  public Optional<String> fromTag() {
    return header("From").map(NameAddr::parse).flatMap(NameAddr::tag);
  }

  /** The tag of To; absent in what starts a dialog. */
  public Optional<String> toTag() {
    return header("To").map(NameAddr::parse).flatMap(NameAddr::tag);
  }

  /** The message as it goes out, header by header as held here. */
  public byte[] bytes() {
    List<String> lines = new ArrayList<>();
    lines.add(startLine);
    headers.forEach(header -> lines.add(header.toString()));
    byte[] head = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + body.length()).put(head).put(body.bytes()).array();
  }

  /** The whole message, lines ended by line feed alone. */
  @Override
  public String toString() {
    return new String(bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
