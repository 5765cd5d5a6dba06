package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.Held;

/** New offers within a call. */
final class OfferRows {
  private static final String OFFER = "v=0\r\no=- 1 2 IN IP4 192.0.2.1\r\ns=offer\r\n";
  private static final String ANSWER = "v=0\r\no=- 1 2 IN IP4 192.0.2.2\r\ns=answer\r\n";

  private OfferRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Row.within("re-INVITE with offer", reinvite(OFFER, "")),
            Row.within("re-INVITE without offer", reinvite("", ANSWER)),
            Row.within("re-INVITE refused", OfferRows::refused),
            Row.within("re-INVITE crossing re-INVITE", OfferRows::glare),
            Row.within("CANCEL of a re-INVITE", OfferRows::cancelled),
            Row.within("UPDATE", OfferRows::update))
        .flatMap(rows -> rows);
  }

  /** The session description that is missing in the INVITE is in the ACK. See RFC 3261 §14.1. */
  private static Script reinvite(String inInvite, String inAck) {
    return exchange -> {
      Talk talk = exchange.talk();
      talk.receiver().hold("INVITE");
      ClientTransaction reinvite = talk.sender().reinvite(inInvite);
      Held held = talk.receiver().awaitHeld("INVITE", Exchange.LIMIT);
      held.respond(200, inInvite.isEmpty() ? OFFER : ANSWER);
      reinvite.awaitStatus(200, Exchange.LIMIT);
      talk.sender().ack(inAck);
      held.awaitAck(Exchange.LIMIT);
      talk.end();
      exchange.bothSaw(
          DialogRows.within(
              inInvite.isEmpty() ? "INVITE" : "INVITE +sdp",
              "200 OK +sdp",
              inAck.isEmpty() ? "ACK" : "ACK +sdp"));
    };
  }

  private static void refused(Exchange exchange) {
    Talk talk = exchange.talk();
    talk.receiver().hold("INVITE");
    ClientTransaction reinvite = talk.sender().reinvite(OFFER);
    Held held = talk.receiver().awaitHeld("INVITE", Exchange.LIMIT);
    held.respond(488, "");
    reinvite.awaitStatus(488, Exchange.LIMIT);
    held.awaitAck(Exchange.LIMIT);
    talk.end();
    exchange.bothSaw(DialogRows.within("INVITE +sdp", "488 Not Acceptable Here", "ACK"));
  }

  /** Who has an offer to answer may not make one. See RFC 3261 §14.2. */
  private static void glare(Exchange exchange) {
    Talk talk = exchange.talk();
    talk.receiver().hold("INVITE");
    ClientTransaction first = talk.sender().reinvite(OFFER);
    Held held = talk.receiver().awaitHeld("INVITE", Exchange.LIMIT);
    talk.receiver().reinvite(OFFER).awaitStatus(491, Exchange.LIMIT);
    held.respond(200, ANSWER);
    first.awaitStatus(200, Exchange.LIMIT);
    talk.sender().ack();
    held.awaitAck(Exchange.LIMIT);
    talk.end();
    exchange.sawOfTalk(
        DialogRows.within("INVITE +sdp", "200 OK +sdp", "ACK"),
        DialogRows.within(
            "INVITE +sdp", "INVITE +sdp", "491 Request Pending", "ACK", "200 OK +sdp", "ACK"));
  }

  private static void cancelled(Exchange exchange) {
    Talk talk = exchange.talk();
    talk.receiver().hold("INVITE");
    ClientTransaction reinvite = talk.sender().reinvite(OFFER);
    Held held = talk.receiver().awaitHeld("INVITE", Exchange.LIMIT);
    held.respond(180, "");
    reinvite.awaitStatus(180, Exchange.LIMIT);
    talk.sender().cancel(reinvite).awaitStatus(200, Exchange.LIMIT);
    reinvite.awaitStatus(487, Exchange.LIMIT);
    held.awaitAck(Exchange.LIMIT);
    talk.end();
    Sequence call =
        DialogRows.within("INVITE +sdp", "180 Ringing", "487 Request Terminated", "ACK");
    exchange.sawOfTalk(
        call.beside("CANCEL", "CANCEL", "200 Canceling (CANCEL)"),
        call.beside("CANCEL", "CANCEL", "200 OK (CANCEL)"));
  }

  private static void update(Exchange exchange) {
    Talk talk = exchange.talk();
    talk.receiver().hold("UPDATE");
    ClientTransaction update = talk.sender().request("UPDATE", OFFER);
    talk.receiver().awaitHeld("UPDATE", Exchange.LIMIT).respond(200, ANSWER);
    update.awaitStatus(200, Exchange.LIMIT);
    talk.end();
    exchange.bothSaw(DialogRows.within("UPDATE +sdp", "200 OK (UPDATE) +sdp"));
  }
}
