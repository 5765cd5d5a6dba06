package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;

/** Calls and their answers. */
final class InviteRows {
  private InviteRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Row.initial("INVITE with offer", InviteRows::withOffer),
            Row.initial("INVITE without offer, ACK with answer", InviteRows::withoutOffer),
            Row.initial("INVITE refused", InviteRows::refused))
        .flatMap(rows -> rows);
  }

  private static void withOffer(Exchange exchange) {
    exchange.talk().end();
    exchange.bothSaw(
        Sequence.of("INVITE +sdp", "180 Ringing", "200 OK +sdp", "ACK", "BYE", "200 OK (BYE)"));
  }

  private static void withoutOffer(Exchange exchange) {
    OutgoingCall outgoing = exchange.call("");
    IncomingCall incoming = exchange.awaitCall();
    incoming.ring();
    incoming.answer();
    String offer = outgoing.awaitStatus(200, Exchange.LIMIT).body().toString();
    outgoing.ack(offer.replace("s=-", "s=answer"));
    incoming.awaitAck(Exchange.LIMIT);
    outgoing.bye().awaitStatus(200, Exchange.LIMIT);
    exchange.bothSaw(
        Sequence.of("INVITE", "180 Ringing", "200 OK +sdp", "ACK +sdp", "BYE", "200 OK (BYE)"));
  }

  private static void refused(Exchange exchange) {
    OutgoingCall outgoing = exchange.call();
    IncomingCall incoming = exchange.awaitCall();
    incoming.reject(486);
    outgoing.awaitStatus(486, Exchange.LIMIT);
    exchange.bothSaw(Sequence.of("INVITE +sdp", "486 Busy Here", "ACK"));
  }
}
