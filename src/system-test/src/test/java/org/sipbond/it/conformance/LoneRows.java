package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.IncomingRequest;

/** Requests that belong to no call and make no dialog. */
final class LoneRows {
  private static final Header TEXT = new Header("Content-Type", "text/plain;charset=UTF-8");
  private static final Header EVENT = new Header("Event", "presence");

  private LoneRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Stream.of("OPTIONS", "MESSAGE", "PUBLISH", "FROBNICATE").flatMap(LoneRows::answered),
            Row.initial("MESSAGE refused", LoneRows::refused),
            Row.initial("PUBLISH without Event is refused", notServed("PUBLISH", 500)),
            Row.initial("INFO outside of a call is refused", notServed("INFO", 481)),
            Row.initial("REGISTER is refused", notServed("REGISTER", 405)))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> answered(String method) {
    String name = method.equals("FROBNICATE") ? "unknown method" : method;
    return Row.initial(name, exchange -> answer(exchange, method, 200, "200 OK"));
  }

  private static void refused(Exchange exchange) {
    answer(exchange, "MESSAGE", 486, "486 Busy Here");
  }

  private static void answer(Exchange exchange, String method, int status, String line) {
    ClientTransaction sent = exchange.request(method, "there and\r\nböck\r\n", TEXT, EVENT);
    IncomingRequest request = exchange.awaitRequest(method);
    request.respond(status, "and back\r\n", TEXT);
    sent.awaitStatus(status, Exchange.LIMIT);
    exchange.bothSaw(Sequence.of(method + " +plain", "%s (%s) +plain".formatted(line, method)));
  }

  private static Script notServed(String method, int status) {
    return exchange -> {
      SipText answer = exchange.request(method, "").awaitStatus(status, Exchange.LIMIT);
      exchange.refused(Sequence.of(method, answer.summary()));
    };
  }
}
