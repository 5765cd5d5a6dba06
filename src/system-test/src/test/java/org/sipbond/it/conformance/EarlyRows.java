package org.sipbond.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.Held;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.OutgoingCall;

/** What happens in a dialog that is not answered yet. */
final class EarlyRows {
  private static final String OFFER = "v=0\r\no=- 1 3 IN IP4 192.0.2.1\r\ns=offer\r\n";
  private static final String ANSWER = "v=0\r\no=- 1 3 IN IP4 192.0.2.2\r\ns=answer\r\n";
  private static final Header SUPPORTED = new Header("Supported", "100rel");
  private static final Header REQUIRED = new Header("Require", "100rel");
  private static final Header RSEQ = new Header("RSeq", "77");

  private EarlyRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Row.initial("PRACK, 100rel supported", prack(SUPPORTED, "", "")),
            Row.initial("PRACK, 100rel required", prack(REQUIRED, "", "")),
            Row.initial("PRACK with an offer", prack(SUPPORTED, OFFER, ANSWER)),
            Row.initial("PRACK by sipbond, 100rel absent", EarlyRows::unreliable),
            Row.initial("PRACK crossing 200", EarlyRows::prackCrossing),
            Row.within("UPDATE before the answer", early("UPDATE", OFFER, ANSWER)),
            Row.within("INFO before the answer", early("INFO", "", "")),
            Row.initial("BYE of the caller before the answer", EarlyRows::bye))
        .flatMap(rows -> rows);
  }

  private static Script prack(Header wanted, String offer, String answer) {
    return exchange -> {
      OutgoingCall outgoing = exchange.call(wanted);
      IncomingCall incoming = exchange.awaitCall();
      acknowledged(outgoing, incoming, offer, answer);
      answered(outgoing, incoming);
      exchange.bothSaw(
          Sequence.of("INVITE +sdp", "183 Session Progress +sdp")
              .then(offer.isEmpty() ? "PRACK" : "PRACK +sdp")
              .then(answer.isEmpty() ? "200 OK (PRACK)" : "200 OK (PRACK) +sdp")
              .then("200 OK +sdp", "ACK", "BYE", "200 OK (BYE)"));
    };
  }

  private static void acknowledged(
      OutgoingCall outgoing, IncomingCall incoming, String offer, String answer) {
    incoming.hold("PRACK");
    incoming.respond(183, ANSWER, REQUIRED, RSEQ);
    SipText progress = outgoing.awaitStatus(183, Exchange.LIMIT);
    ClientTransaction prack = outgoing.prack(progress, offer);
    Held held = incoming.awaitHeld("PRACK", Exchange.LIMIT);
    held.respond(200, answer);
    prack.awaitStatus(200, Exchange.LIMIT);
    assertThat(progress.header("Require")).contains("100rel");
    assertThat(held.request().header("RAck"))
        .contains("77 " + incoming.invite().header("CSeq").orElseThrow());
  }

  private static void unreliable(Exchange exchange) {
    OutgoingCall outgoing = exchange.call();
    IncomingCall incoming = exchange.awaitCall();
    incoming.hold("PRACK");
    incoming.respond(183, ANSWER, REQUIRED, RSEQ);
    incoming.awaitHeld("PRACK", Exchange.LIMIT).respond(200, "");
    assertThat(outgoing.awaitStatus(183, Exchange.LIMIT).headers("RSeq")).isEmpty();
    answered(outgoing, incoming);
    Sequence call =
        Sequence.of(
            "INVITE +sdp",
            "183 Session Progress +sdp",
            "200 OK +sdp",
            "ACK",
            "BYE",
            "200 OK (BYE)");
    exchange.saw(call, call.beside("PRACK", "PRACK", "200 OK (PRACK)"));
  }

  /** The 200 waits for the PRACK that is on its way. */
  private static void prackCrossing(Exchange exchange) {
    OutgoingCall outgoing = exchange.call(SUPPORTED);
    IncomingCall incoming = exchange.awaitCall();
    incoming.hold("PRACK");
    incoming.respond(183, ANSWER, REQUIRED, RSEQ);
    SipText progress = outgoing.awaitStatus(183, Exchange.LIMIT);
    incoming.answer();
    exchange.settleOther();
    ClientTransaction prack = outgoing.prack(progress, "");
    incoming.awaitHeld("PRACK", Exchange.LIMIT).respond(200, "");
    prack.awaitStatus(200, Exchange.LIMIT);
    acknowledge(outgoing, incoming);
    Sequence call =
        Sequence.of("INVITE +sdp", "183 Session Progress +sdp", "200 OK +sdp")
            .then("ACK", "BYE", "200 OK (BYE)")
            .beside("PRACK", "PRACK", "200 OK (PRACK)");
    exchange.saw(call, call.beside("OPTIONS", "OPTIONS", "200 OK (OPTIONS)"));
  }

  private static Script early(String method, String offer, String answer) {
    return exchange -> {
      OutgoingCall outgoing = exchange.call(SUPPORTED);
      IncomingCall incoming = exchange.awaitCall();
      acknowledged(outgoing, incoming, "", "");
      Talk talk = exchange.talk(outgoing, incoming);
      talk.receiver().hold(method);
      ClientTransaction sent = talk.sender().request(method, offer);
      talk.receiver().awaitHeld(method, Exchange.LIMIT).respond(200, answer);
      sent.awaitStatus(200, Exchange.LIMIT);
      answered(outgoing, incoming);
      exchange.bothSaw(
          Sequence.of("INVITE +sdp", "183 Session Progress +sdp", "PRACK", "200 OK (PRACK)")
              .then(offer.isEmpty() ? method : method + " +sdp")
              .then("200 OK (" + method + ")" + (answer.isEmpty() ? "" : " +sdp"))
              .then("200 OK +sdp", "ACK", "BYE", "200 OK (BYE)"));
    };
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

  private static void answered(OutgoingCall outgoing, IncomingCall incoming) {
    incoming.answer();
    acknowledge(outgoing, incoming);
  }

  private static void acknowledge(OutgoingCall outgoing, IncomingCall incoming) {
    outgoing.awaitStatus(200, Exchange.LIMIT);
    outgoing.ack();
    incoming.awaitAck(Exchange.LIMIT);
    outgoing.bye().awaitStatus(200, Exchange.LIMIT);
    incoming.awaitRequest("BYE", Exchange.LIMIT);
  }
}
