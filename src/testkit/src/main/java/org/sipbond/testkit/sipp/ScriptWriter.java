package org.sipbond.testkit.sipp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipbond.core.net.Transport;

/**
 * Writes one side of a conversation for SIPp. For one use.
 *
 * <p>SIPp knows only the last message, but a response may follow when other requests have come in
 * between. So what identifies a request is kept in variables, numbered by its line.
 */
final class ScriptWriter {
  private static final int FIRST_REQUEST = 0;

  /** Requests that belong to one before, so that nothing is waited for. */
  private static final Set<String> AT_ONCE = Set.of("ACK", "PRACK", "CANCEL");

  /** On loopback. */
  private static final Duration MOMENT = Duration.ofMillis(200);

  /** What is lost is sent again after 0.5, 1.5, 3.5 and 7.5 seconds. See RFC 3261 §17.1.2. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final String title;
  private final Line.Speaker side;
  private final Transport transport;
  private final boolean patient;
  private final StringBuilder out = new StringBuilder();
  private final Map<Line.Speaker, Deque<Request>> unanswered = new EnumMap<>(Line.Speaker.class);
  private final Map<Line.Speaker, Integer> numbers = new EnumMap<>(Line.Speaker.class);
  private int invite;

  /** A request that was written, by the number of its line and the number in its CSeq. */
  private record Request(int line, Line text, int number) {}

  ScriptWriter(String title, Line.Speaker side, Transport transport, boolean patient) {
    this.title = title;
    this.side = side;
    this.transport = transport;
    this.patient = patient;
  }

  String write(List<Line> lines) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<!DOCTYPE scenario SYSTEM \"sipp.dtd\">\n");
    out.append("<scenario name=\"").append(title).append("\">\n");
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.isPause()) {
        pause(line, lines.get(i + 1));
      } else if (line.isRequest()) {
        request(i, line);
      } else {
        response(line);
      }
    }
    if (!transport.reliable()) {
      // Answers what is sent again late. Over TCP nothing is.
      out.append("  <timewait").append(milliseconds(moment()));
    }
    return out.append("</scenario>\n").toString();
  }

  private void pause(Line pause, Line next) {
    if (next.speaker() == side) {
      out.append("  <pause").append(pause.word().equals("hold") ? "/>\n" : milliseconds(moment()));
    }
  }

  /** Until what was said before has arrived. */
  private Duration moment() {
    return patient ? PATIENCE : MOMENT;
  }

  private static String milliseconds(Duration time) {
    return " milliseconds=\"" + time.toMillis() + "\"/>\n";
  }

  private void request(int number, Line line) {
    boolean ack = line.word().equals("ACK");
    int cseq = ack ? invite : numbers.merge(line.speaker(), 1, Integer::sum);
    if (line.word().equals("INVITE")) {
      invite = cseq;
    }
    if (!ack) {
      unanswered
          .computeIfAbsent(line.speaker(), speaker -> new ArrayDeque<>())
          .push(new Request(number, line, cseq));
    }
    if (line.speaker() == side) {
      sendRequest(number, line, cseq);
    } else {
      receiveRequest(number, line, ack);
    }
  }

  private void sendRequest(int number, Line line, int cseq) {
    boolean first = number == FIRST_REQUEST;
    boolean ack = line.word().equals("ACK");
    if (patient && !first && !AT_ONCE.contains(line.word())) {
      // SIPp answers again only what came last, so the peer is given time to ask again.
      out.append("  <pause").append(milliseconds(PATIENCE));
    }
    out.append(ack ? "  <send>\n" : "  <send retrans=\"500\">\n");
    String target = first ? "sip:[service]@[remote_ip]:[remote_port]" : "[next_url]";
    Message message =
        Message.of(line.word() + " " + target + " SIP/2.0")
            .add("Via: SIP/2.0/[transport] [contact];branch=[branch]");
    if (!first) {
      message.add("[routes]");
    }
    parties(message, first);
    message
        .add("Call-ID: [call_id]")
        .add("CSeq: " + cseq + " " + line.word())
        .add("Contact: <sip:sipp@[contact];transport=[transport]>")
        .add("Max-Forwards: 70");
    if (line.word().equals("PRACK")) {
      message.add("RAck:[$rseq] " + invite + " INVITE");
    }
    out.append(message.addAll(line.headers()).end(line.body()));
    if (line.word().equals("INVITE")) {
      out.append("  <recv response=\"100\" optional=\"true\"/>\n");
    }
  }

  private void parties(Message message, boolean first) {
    if (side == Line.Speaker.CALLER) {
      message
          .add("From: <sip:sipp@[local_ip]:[local_port]>;tag=[pid]SIPpTag00[call_number]")
          .add("To: <sip:[service]@[remote_ip]:[remote_port]>" + (first ? "" : "[peer_tag_param]"));
    } else {
      message
          .add("From:[$to" + FIRST_REQUEST + "];tag=[pid]SIPpTag01[call_number]")
          .add("To:[$from" + FIRST_REQUEST + "]");
    }
  }

  private void receiveRequest(int number, Line line, boolean ack) {
    String rrs = number == FIRST_REQUEST ? " rrs=\"true\"" : "";
    out.append("  <recv request=\"").append(line.word()).append('"').append(rrs);
    if (ack) {
      out.append("/>\n");
      return;
    }
    out.append(">\n    <action>\n");
    keep("Via", "via" + number);
    keep("From", "from" + number);
    keep("To", "to" + number);
    keep("CSeq", "cseq" + number);
    out.append("    </action>\n  </recv>\n");
  }

  private void keep(String header, String variable) {
    out.append("      <ereg regexp=\".*\" search_in=\"hdr\" header=\"")
        .append(header)
        .append(":\" assign_to=\"")
        .append(variable)
        .append("\"/>\n");
  }

  private void response(Line line) {
    Deque<Request> requests =
        unanswered.get(
            line.speaker() == Line.Speaker.CALLER ? Line.Speaker.CALLEE : Line.Speaker.CALLER);
    if (requests == null || requests.isEmpty()) {
      throw new IllegalArgumentException("found " + line + "; allowed: after a request");
    }
    Request request = line.isFinal() ? requests.pop() : requests.element();
    if (line.speaker() == side) {
      sendResponse(line, request);
    } else {
      receiveResponse(line, request);
    }
  }

  private void sendResponse(Line line, Request request) {
    boolean again = line.isReliable() || (line.isFinal() && request.text().word().equals("INVITE"));
    out.append(again ? "  <send retrans=\"500\">\n" : "  <send>\n");
    String tag = request.line() == FIRST_REQUEST ? ";tag=[pid]SIPpTag01[call_number]" : "";
    Message message =
        Message.of("SIP/2.0 " + line.word() + " " + (line.isFinal() ? "OK" : "Ringing"))
            .add("Via:[$via" + request.line() + "]")
            .add("From:[$from" + request.line() + "]")
            .add("To:[$to" + request.line() + "]" + tag)
            .add("Call-ID: [call_id]")
            .add("CSeq:[$cseq" + request.line() + "]")
            .add("Contact: <sip:sipp@[contact];transport=[transport]>");
    out.append(message.addAll(line.headers()).end(line.body()));
  }

  private void receiveResponse(Line line, Request request) {
    boolean mayGetLost = !line.isFinal() && !line.isReliable();
    // The first one that makes the dialog says where it leads.
    String rrs = request.line() == FIRST_REQUEST && !mayGetLost ? " rrs=\"true\"" : "";
    out.append("  <recv response=\"").append(line.word()).append('"').append(rrs);
    if (mayGetLost) {
      out.append(" optional=\"true\"");
    }
    if (line.isReliable()) {
      out.append(">\n    <action>\n");
      keep("RSeq", "rseq");
      out.append("    </action>\n  </recv>\n");
    } else {
      out.append("/>\n");
    }
  }
}
