package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;

/** Calls that the caller gives up. */
final class CancelRows {
  private static final Sequence CANCELLED =
      Sequence.of("INVITE +sdp", "180 Ringing", "487 Request Terminated", "ACK");
  private static final Sequence CANCELLED_SILENCE =
      Sequence.of("INVITE +sdp", "487 Request Terminated", "ACK").beside("CANCEL", answered());

  private CancelRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Row.initial("CANCEL before any answer", CancelRows::beforeAnyAnswer),
            Row.initial("CANCEL after 180", CancelRows::whileItRings),
            Row.initial("CANCEL crossing 200, CANCEL first", CancelRows::beforeSuccess),
            Row.initial("CANCEL crossing 200, 200 first", CancelRows::behindSuccess))
        .flatMap(rows -> rows);
  }

  /** CANCEL has to wait until the callee says something. See RFC 3261 §9.1. */
  private static void beforeAnyAnswer(Exchange exchange) {
    OutgoingCall outgoing = exchange.call();
    IncomingCall incoming = exchange.awaitCall();
    outgoing.cancel().awaitStatus(200, Exchange.LIMIT);
    outgoing.awaitStatus(487, Exchange.LIMIT);
    incoming.ring();
    exchange.saw(CANCELLED_SILENCE, CANCELLED.beside("CANCEL", "CANCEL", "200 OK (CANCEL)"));
  }

  private static void whileItRings(Exchange exchange) {
    OutgoingCall outgoing = exchange.call();
    exchange.awaitCall().ring();
    outgoing.awaitStatus(180, Exchange.LIMIT);
    outgoing.cancel().awaitStatus(200, Exchange.LIMIT);
    exchange.saw(
        CANCELLED.beside("CANCEL", answered()),
        CANCELLED.beside("CANCEL", "CANCEL", "200 OK (CANCEL)"));
  }

  /** sipbond has the CANCEL, and may not pass it on before the callee says something. */
  private static void beforeSuccess(Exchange exchange) {
    OutgoingCall outgoing = exchange.call();
    IncomingCall incoming = exchange.awaitCall();
    outgoing.cancel().awaitStatus(200, Exchange.LIMIT);
    outgoing.awaitStatus(487, Exchange.LIMIT);
    exchange.settle();
    incoming.answer();
    incoming.awaitRequest("BYE", Exchange.LIMIT);
    exchange.saw(
        CANCELLED_SILENCE.beside("OPTIONS", "OPTIONS", "200 OK (OPTIONS)"),
        Sequence.of("INVITE +sdp", "200 OK +sdp", "ACK", "BYE", "200 OK (BYE)"));
  }

  /** The caller sends CANCEL before it sees the 200 that sipbond has passed on. */
  private static void behindSuccess(Exchange exchange) {
    OutgoingCall outgoing = exchange.call();
    IncomingCall incoming = exchange.awaitCall();
    incoming.ring();
    incoming.answer();
    outgoing.awaitStatus(200, Exchange.LIMIT);
    outgoing.cancel().awaitStatus(200, Exchange.LIMIT);
    outgoing.ack();
    incoming.awaitAck(Exchange.LIMIT);
    outgoing.bye().awaitStatus(200, Exchange.LIMIT);
    Sequence call =
        Sequence.of("INVITE +sdp", "180 Ringing", "200 OK +sdp", "ACK", "BYE", "200 OK (BYE)");
    exchange.saw(call.beside("CANCEL", "CANCEL", "200 OK (CANCEL)"), call);
  }

  private static String[] answered() {
    return new String[] {"CANCEL", "200 Canceling (CANCEL)"};
  }
}
