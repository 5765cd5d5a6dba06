package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.Header;
import org.sipbond.wire.agent.Call;
import org.sipbond.wire.agent.ClientTransaction;

/** Subscriptions within a call, those of REFER among them. */
final class TransferRows {
  private static final Header REFER_TO = new Header("Refer-To", "<sip:carol@example.com>");
  private static final Header REFER = new Header("Event", "refer");
  private static final Header FRAGMENT = new Header("Content-Type", "message/sipfrag;version=2.0");
  private static final Header PRESENCE = new Header("Event", "presence");
  private static final Header XML = new Header("Content-Type", "application/pidf+xml");
  private static final Header EXPIRES = new Header("Expires", "60");
  private static final Header ACTIVE = new Header("Subscription-State", "active;expires=60");
  private static final Header OVER =
      new Header("Subscription-State", "terminated;reason=noresource");

  private TransferRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Row.within("REFER and its NOTIFY within a call", TransferRows::refer),
            Row.within("SUBSCRIBE and its NOTIFY within a call", TransferRows::subscribe))
        .flatMap(rows -> rows);
  }

  private static void refer(Exchange exchange) {
    Talk talk = exchange.talk();
    request(talk.sender(), talk.receiver(), "REFER", "", REFER_TO);
    request(
        talk.receiver(),
        talk.sender(),
        "NOTIFY",
        "SIP/2.0 100 Trying\r\n",
        REFER,
        ACTIVE,
        FRAGMENT);
    request(talk.receiver(), talk.sender(), "NOTIFY", "SIP/2.0 200 OK\r\n", REFER, OVER, FRAGMENT);
    talk.end();
    exchange.bothSaw(
        DialogRows.within(
            "REFER",
            "200 OK (REFER)",
            "NOTIFY +sipfrag",
            "200 OK (NOTIFY)",
            "NOTIFY +sipfrag",
            "200 OK (NOTIFY)"));
  }

  private static void subscribe(Exchange exchange) {
    Talk talk = exchange.talk();
    request(talk.sender(), talk.receiver(), "SUBSCRIBE", "", PRESENCE, EXPIRES);
    request(talk.receiver(), talk.sender(), "NOTIFY", "<presence/>", PRESENCE, OVER, XML);
    talk.end();
    exchange.bothSaw(
        DialogRows.within(
            "SUBSCRIBE", "200 OK (SUBSCRIBE)", "NOTIFY +pidf+xml", "200 OK (NOTIFY)"));
  }

  private static void request(Call from, Call to, String method, String body, Header... headers) {
    to.hold(method);
    ClientTransaction sent = from.request(method, body, headers);
    to.awaitHeld(method, Exchange.LIMIT).respond(200, "", EXPIRES);
    sent.awaitStatus(200, Exchange.LIMIT);
  }
}
