package org.sipbond.testkit.sipp;

import java.util.List;

/** A message in the language of SIPp, which fills in what stands in brackets. */
final class Message {
  private static final String INDENT = "      ";

  private final StringBuilder text = new StringBuilder("    <![CDATA[\n\n");

  private Message() {}

  static Message of(String startLine) {
    return new Message().add(startLine);
  }

  Message add(String line) {
    text.append(INDENT).append(line).append('\n');
    return this;
  }

  Message addAll(List<String> lines) {
    lines.forEach(this::add);
    return this;
  }

  /** The whole element's text, closed. */
  String end(String body) {
    switch (body) {
      case "sdp" -> body("application/sdp", SDP);
      case "sipfrag" -> body("message/sipfrag;version=2.0", List.of("SIP/2.0 200 OK"));
      case "text" -> body("text/plain", List.of("hello"));
      default -> add("Content-Length: 0").text.append("\n\n");
    }
    return text.append("    ]]>\n  </send>\n").toString();
  }

  private void body(String type, List<String> lines) {
    add("Content-Type: " + type).add("Content-Length: [len]");
    text.append('\n');
    addAll(lines);
    text.append('\n');
  }

  private static final List<String> SDP =
      List.of(
          "v=0",
          "o=- 1 1 IN IP[local_ip_type] [local_ip]",
          "s=-",
          "c=IN IP[media_ip_type] [media_ip]",
          "t=0 0",
          "m=audio [media_port] RTP/AVP 0",
          "a=rtpmap:0 PCMU/8000");
}
