package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;

/**
 * One INVITE that reaches two callees, and both answer: the first 2xx makes the call, the other
 * callee gets ACK and BYE. See RFC 3261 §13.2.2.4.
 */
final class ForkRows {
  private ForkRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Row.initial("200 of two callees", script(false, false)),
            Row.initial("200 of two callees, the last to ring wins", script(true, false)),
            Row.initial("200 of two callees, one after ACK", script(false, true)),
            Row.initial("200 of two callees, one after ACK, the last wins", script(true, true)))
        .flatMap(rows -> rows);
  }

  private static Script script(boolean lastWins, boolean afterAck) {
    return exchange -> {
      OutgoingCall outgoing = exchange.call();
      IncomingCall first = exchange.awaitCall();
      IncomingCall last = first.fork();
      first.ring();
      last.respond(183, "");
      outgoing.awaitStatus(180, Exchange.LIMIT);
      outgoing.awaitStatus(183, Exchange.LIMIT);
      IncomingCall winner = lastWins ? last : first;
      IncomingCall loser = lastWins ? first : last;
      winner.answer();
      outgoing.awaitStatus(200, Exchange.LIMIT);
      if (afterAck) {
        acknowledge(outgoing, winner);
        dismissed(loser);
      } else {
        dismissed(loser);
        acknowledge(outgoing, winner);
      }
      outgoing.request("INFO", "").awaitStatus(200, Exchange.LIMIT);
      winner.awaitRequest("INFO", Exchange.LIMIT);
      outgoing.bye().awaitStatus(200, Exchange.LIMIT);
      winner.awaitRequest("BYE", Exchange.LIMIT);
      saw(exchange);
    };
  }

  private static void acknowledge(OutgoingCall outgoing, IncomingCall winner) {
    outgoing.ack();
    winner.awaitAck(Exchange.LIMIT);
  }

  private static void dismissed(IncomingCall loser) {
    loser.answer();
    loser.awaitAck(Exchange.LIMIT);
    loser.awaitRequest("BYE", Exchange.LIMIT);
  }

  private static void saw(Exchange exchange) {
    Sequence call =
        Sequence.of("INVITE +sdp", "180 Ringing", "183 Session Progress", "200 OK +sdp");
    exchange.saw(
        call.then("ACK", "INFO", "200 OK (INFO)", "BYE", "200 OK (BYE)"),
        call.then("200 OK +sdp", "INFO", "200 OK (INFO)")
            .beside("ACK", "ACK", "ACK")
            .beside("BYE", "BYE", "200 OK (BYE)", "BYE", "200 OK (BYE)"));
  }
}
