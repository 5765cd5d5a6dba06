package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.agent.OutgoingCall;

/** What happens in a dialog that is not answered yet. */
final class EarlyRows {
  private EarlyRows() {}

  static Stream<Row> all() {
    return Row.initial("BYE of the caller before the answer", EarlyRows::bye);
  }

  /** The callee's leg has no dialog that a BYE could end. See RFC 3261 §15. */
  private static void bye(Exchange exchange) {
    OutgoingCall outgoing = exchange.call();
    exchange.awaitCall().ring();
    outgoing.awaitStatus(180, Exchange.LIMIT);
    outgoing.bye().awaitStatus(200, Exchange.LIMIT);
    outgoing.awaitStatus(487, Exchange.LIMIT);
    Sequence call = Sequence.of("INVITE +sdp", "180 Ringing", "487 Request Terminated", "ACK");
    exchange.saw(
        call.beside("BYE", "BYE", "200 OK (BYE)"),
        call.beside("CANCEL", "CANCEL", "200 OK (CANCEL)"));
  }
}
