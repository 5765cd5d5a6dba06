package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.Header;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.Held;
import org.sipbond.wire.agent.OutgoingCall;

/** Session timers: each leg has its own, so that what concerns it alone stays on it. */
final class TimerRows {
  private static final String OFFER = "v=0\r\no=- 1 4 IN IP4 192.0.2.1\r\ns=offer\r\n";
  private static final String ANSWER = "v=0\r\no=- 1 4 IN IP4 192.0.2.2\r\ns=answer\r\n";
  private static final Header SUPPORTED = new Header("Supported", "timer");
  private static final Header EXPIRES = new Header("Session-Expires", "1800");

  private TimerRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Row.within("session refresh by UPDATE", TimerRows::update),
            Row.within("session refresh by re-INVITE", TimerRows::reinvite),
            Row.initial("too short a session interval is refused", TimerRows::tooShort))
        .flatMap(rows -> rows);
  }

  private static void update(Exchange exchange) {
    Talk talk = exchange.talk();
    talk.sender().request("UPDATE", "", SUPPORTED, EXPIRES).awaitStatus(200, Exchange.LIMIT);
    talk.end();
    exchange.sawOfTalk(DialogRows.within("UPDATE", "200 OK (UPDATE)"), DialogRows.within());
  }

  /** The offer is new first, and passes; the second time it is the one of before. */
  private static void reinvite(Exchange exchange) {
    Talk talk = exchange.talk();
    talk.receiver().hold("INVITE");
    ClientTransaction change = talk.sender().reinvite(OFFER);
    Held held = talk.receiver().awaitHeld("INVITE", Exchange.LIMIT);
    held.respond(200, ANSWER);
    change.awaitStatus(200, Exchange.LIMIT);
    talk.sender().ack();
    held.awaitAck(Exchange.LIMIT);
    talk.sender().request("INVITE", OFFER, SUPPORTED, EXPIRES).awaitStatus(200, Exchange.LIMIT);
    talk.sender().ack();
    talk.end();
    exchange.sawOfTalk(
        DialogRows.within("INVITE +sdp", "200 OK +sdp", "ACK", "INVITE +sdp", "200 OK +sdp", "ACK"),
        DialogRows.within("INVITE +sdp", "200 OK +sdp", "ACK"));
  }

  private static void tooShort(Exchange exchange) {
    OutgoingCall outgoing = exchange.call(SUPPORTED, new Header("Session-Expires", "89"));
    outgoing.awaitStatus(422, Exchange.LIMIT);
    exchange.refused(Sequence.of("INVITE +sdp", "422 Session Interval Too Small", "ACK"));
  }
}
