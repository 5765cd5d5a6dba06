package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.Header;
import org.sipbond.wire.agent.ClientTransaction;

/** Requests within a call that leave its session as it is, and its end. */
final class DialogRows {
  private static final Sequence CALL =
      Sequence.of("INVITE +sdp", "180 Ringing", "200 OK +sdp", "ACK");
  private static final Header TEXT = new Header("Content-Type", "text/plain;charset=UTF-8");

  private DialogRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Row.within("BYE", DialogRows::bye),
            Row.within("BYE crossing BYE", DialogRows::byes),
            Row.within("INFO within a call", one("INFO")),
            Row.within("OPTIONS within a call", one("OPTIONS")),
            Row.within("MESSAGE within a call", one("MESSAGE")),
            Row.within("unknown method within a call", one("FROBNICATE")),
            Row.within("refusal within a call", DialogRows::refusal))
        .flatMap(rows -> rows);
  }

  private static void bye(Exchange exchange) {
    exchange.talk().end();
    exchange.bothSaw(within());
  }

  /** Each has sent its own before it gets the other's. */
  private static void byes(Exchange exchange) {
    Talk talk = exchange.talk();
    talk.receiver().hold("BYE");
    ClientTransaction first = talk.sender().bye();
    talk.receiver().awaitHeld("BYE", Exchange.LIMIT);
    talk.receiver().bye().awaitStatus(200, Exchange.LIMIT);
    first.awaitStatus(200, Exchange.LIMIT);
    exchange.sawOfTalk(CALL.then("BYE", "200 OK (BYE)"), CALL.then("BYE", "BYE", "200 OK (BYE)"));
  }

  private static Script one(String method) {
    return exchange -> {
      Talk talk = exchange.talk();
      talk.receiver().hold(method);
      ClientTransaction sent = talk.sender().request(method, "there and\r\nböck\r\n", TEXT);
      talk.receiver().awaitHeld(method, Exchange.LIMIT).respond(200, "and back\r\n", TEXT);
      sent.awaitStatus(200, Exchange.LIMIT);
      talk.end();
      exchange.bothSaw(within(method + " +plain", "200 OK (" + method + ") +plain"));
    };
  }

  private static void refusal(Exchange exchange) {
    Talk talk = exchange.talk();
    talk.receiver().hold("INFO");
    ClientTransaction sent = talk.sender().request("INFO", "");
    talk.receiver().awaitHeld("INFO", Exchange.LIMIT).respond(488, "");
    sent.awaitStatus(488, Exchange.LIMIT);
    talk.end();
    exchange.bothSaw(within("INFO", "488 Not Acceptable Here (INFO)"));
  }

  /** What is seen of a call in which that happens. */
  static Sequence within(String... summaries) {
    return CALL.then(summaries).then("BYE", "200 OK (BYE)");
  }
}
