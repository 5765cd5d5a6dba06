package org.sipbond.it.conformance;

import java.util.stream.Stream;
import org.sipbond.wire.Header;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.DialogEnd;
import org.sipbond.wire.agent.IncomingRequest;

/** Dialogs that no INVITE makes. */
final class SubscriptionRows {
  private static final Header EVENT = new Header("Event", "presence");
  private static final Header XML = new Header("Content-Type", "application/pidf+xml");
  private static final Header EXPIRES = new Header("Expires", "600");
  private static final Header NEVER = new Header("Expires", "0");
  private static final Header ACTIVE = new Header("Subscription-State", "active;expires=600");
  private static final Header OVER = new Header("Subscription-State", "terminated;reason=timeout");
  private static final Header REFER = new Header("Event", "refer");
  private static final Header FRAGMENT = new Header("Content-Type", "message/sipfrag;version=2.0");

  private SubscriptionRows() {}

  static Stream<Row> all() {
    return Stream.of(
            Row.initial("SUBSCRIBE, NOTIFY, and its end", SubscriptionRows::subscribed),
            Row.initial("NOTIFY before 200 to SUBSCRIBE", SubscriptionRows::early),
            Row.initial("REFER and its NOTIFY", SubscriptionRows::referred))
        .flatMap(rows -> rows);
  }

  private static void subscribed(Exchange exchange) {
    ClientTransaction subscribe = exchange.request("SUBSCRIBE", "", EVENT, EXPIRES);
    DialogEnd subscriber = exchange.dialogOf(subscribe);
    DialogEnd notifier = exchange.awaitRequest("SUBSCRIBE").accept(EXPIRES);
    subscribe.awaitStatus(200, Exchange.LIMIT);
    notify(notifier, subscriber, "<presence/>", EVENT, ACTIVE, XML);
    notifier.hold("SUBSCRIBE");
    ClientTransaction end = subscriber.request("SUBSCRIBE", "", EVENT, NEVER);
    notifier.awaitRequest("SUBSCRIBE", Exchange.LIMIT).respond(200, "", NEVER);
    end.awaitStatus(200, Exchange.LIMIT);
    notify(notifier, subscriber, "", EVENT, OVER);
    exchange.bothSaw(
        Sequence.of(
            "SUBSCRIBE",
            "200 OK (SUBSCRIBE)",
            "NOTIFY +pidf+xml",
            "200 OK (NOTIFY)",
            "SUBSCRIBE",
            "200 OK (SUBSCRIBE)",
            "NOTIFY",
            "200 OK (NOTIFY)"));
  }

  /** It waits for the 200: the subscriber has no dialog without. See RFC 6665 §4.1.3. */
  private static void early(Exchange exchange) {
    ClientTransaction subscribe = exchange.request("SUBSCRIBE", "", EVENT, EXPIRES);
    DialogEnd subscriber = exchange.dialogOf(subscribe);
    subscriber.hold("NOTIFY");
    IncomingRequest request = exchange.awaitRequest("SUBSCRIBE");
    ClientTransaction notify = request.dialog().request("NOTIFY", "<presence/>", EVENT, OVER, XML);
    exchange.settleOther();
    request.accept(EXPIRES);
    subscribe.awaitStatus(200, Exchange.LIMIT);
    subscriber.awaitRequest("NOTIFY", Exchange.LIMIT).respond(200, "");
    notify.awaitStatus(200, Exchange.LIMIT);
    Sequence subscription =
        Sequence.of("SUBSCRIBE", "200 OK (SUBSCRIBE)")
            .beside("NOTIFY", "NOTIFY +pidf+xml", "200 OK (NOTIFY)");
    exchange.saw(subscription, subscription.beside("OPTIONS", "OPTIONS", "200 OK (OPTIONS)"));
  }

  private static void referred(Exchange exchange) {
    ClientTransaction refer =
        exchange.request("REFER", "", new Header("Refer-To", "<sip:carol@example.com>"));
    DialogEnd referrer = exchange.dialogOf(refer);
    DialogEnd referee = exchange.awaitRequest("REFER").accept();
    refer.awaitStatus(200, Exchange.LIMIT);
    notify(referee, referrer, "SIP/2.0 100 Trying\r\n", REFER, ACTIVE, FRAGMENT);
    notify(referee, referrer, "SIP/2.0 200 OK\r\n", REFER, OVER, FRAGMENT);
    exchange.bothSaw(
        Sequence.of("REFER", "200 OK (REFER)")
            .then("NOTIFY +sipfrag", "200 OK (NOTIFY)")
            .then("NOTIFY +sipfrag", "200 OK (NOTIFY)"));
  }

  private static void notify(DialogEnd from, DialogEnd to, String body, Header... headers) {
    to.hold("NOTIFY");
    ClientTransaction notify = from.request("NOTIFY", body, headers);
    to.awaitRequest("NOTIFY", Exchange.LIMIT).respond(200, "");
    notify.awaitStatus(200, Exchange.LIMIT);
  }
}
