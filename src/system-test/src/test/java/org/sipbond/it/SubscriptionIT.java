package org.sipbond.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipbond.container.ContainerException;
import org.sipbond.testkit.program.LadderOnFailure;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.DialogEnd;
import org.sipbond.wire.agent.IncomingRequest;

/** Dialogs of SUBSCRIBE and REFER, in both directions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SubscriptionIT {
  private static final Header EVENT = new Header("Event", "dialog;id=7");
  private static final Header REFER = new Header("Event", "refer");
  private static final Header ACTIVE = new Header("Subscription-State", "active;expires=600");
  private static final Header OVER = new Header("Subscription-State", "terminated;reason=timeout");
  private static final Header XML = new Header("Content-Type", "application/dialog-info+xml");
  private static final Header FRAGMENT = new Header("Content-Type", "message/sipfrag");
  private static final Header TO_CAROL = new Header("Refer-To", "<sip:carol@example.com>");

  @RegisterExtension final LadderOnFailure ladder = new LadderOnFailure();

  private final Grid grid = new Grid();
  private final Server server;

  SubscriptionIT(@TempDir Path base) throws IOException, ContainerException {
    server = Server.start(base, grid.document());
  }

  @AfterAll
  void leavesNoSession() throws ContainerException {
    server.closeWhenIdle();
  }

  static Stream<Arguments> ways() {
    return Stream.of(
        Arguments.of(Medium.UDP4, Medium.UDP4),
        Arguments.of(Medium.UDP4, Medium.TCP6),
        Arguments.of(Medium.TCP6, Medium.UDP4),
        Arguments.of(Medium.TCP4, Medium.UDP6));
  }

  /**
   * Nobody refreshes it: the grace of 32 s runs, then sessions are let go. First, so that it has.
   */
  @Order(1)
  @Test
  void endsWhenNobodyRefreshesIt() throws IOException {
    try (Peers peers = open(Medium.UDP4, Medium.UDP4)) {
      Both both = subscribe(peers, 1);
      assertThat(both.answer().header("Expires")).contains("1");
    }
  }

  @Order(2)
  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("ways")
  void goesThroughItsWholeLife(Medium from, Medium to) throws IOException {
    try (Peers peers = open(from, to)) {
      Both both = subscribe(peers, 600);
      both.notify("<one/>", ACTIVE);

      both.notifier().hold("SUBSCRIBE");
      ClientTransaction refresh = both.subscriber().request("SUBSCRIBE", "", EVENT, expires(300));
      IncomingRequest refreshed = both.notifier().awaitRequest("SUBSCRIBE", Peers.LIMIT);
      refreshed.accept(expires(200));
      assertThat(refreshed.text().header("Expires")).contains("300");
      assertThat(refresh.awaitStatus(200, Peers.LIMIT).header("Expires")).contains("200");

      ClientTransaction last = both.subscriber().request("SUBSCRIBE", "", EVENT, expires(0));
      both.notifier().awaitRequest("SUBSCRIBE", Peers.LIMIT).accept(expires(0));
      last.awaitStatus(200, Peers.LIMIT);
      both.notify("<two/>", OVER);

      assertThat(Peers.summaries(peers.caller()))
          .containsExactly("SUBSCRIBE", "200 OK (SUBSCRIBE)", "NOTIFY", "200 OK (NOTIFY)");
      assertThat(peers.violations()).isEmpty();
    }
  }

  /** RFC 6665 §3.1.1 wants the time in every 2xx. */
  @Order(2)
  @Test
  void lastsAsAskedForWhereTheNotifierDoesNotSay() throws IOException {
    try (Peers peers = open(Medium.UDP4, Medium.UDP4)) {
      peers.callee().holdRequests("SUBSCRIBE");
      ClientTransaction sent = peers.request("SUBSCRIBE", "", EVENT, expires(600));
      peers.caller().dialogOf(sent);
      DialogEnd notifier = peers.callee().awaitRequest("SUBSCRIBE", Peers.LIMIT).accept();
      assertThat(sent.awaitStatus(200, Peers.LIMIT).header("Expires")).contains("600");
      notifier.request("NOTIFY", "", EVENT, OVER).awaitStatus(200, Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  /** RFC 6665 §4.1.3. */
  @Order(2)
  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("ways")
  void passesANotifyThatOvertakesTheAnswer(Medium from, Medium to) throws IOException {
    try (Peers peers = open(from, to)) {
      peers.callee().holdRequests("SUBSCRIBE");
      ClientTransaction sent = peers.request("SUBSCRIBE", "", EVENT, expires(600));
      peers.caller().dialogOf(sent);
      IncomingRequest request = peers.callee().awaitRequest("SUBSCRIBE", Peers.LIMIT);
      ClientTransaction early = request.dialog().request("NOTIFY", "<one/>", EVENT, ACTIVE, XML);
      DialogEnd notifier = request.accept(expires(600));
      sent.awaitStatus(200, Peers.LIMIT);
      early.awaitStatus(200, Peers.LIMIT);
      notifier.request("NOTIFY", "", EVENT, OVER).awaitFinal(Peers.LIMIT);
      assertThat(Peers.summaries(peers.caller()).subList(0, 3))
          .containsExactly("SUBSCRIBE", "200 OK (SUBSCRIBE)", "NOTIFY");
      assertThat(peers.violations()).isEmpty();
    }
  }

  /**
   * RFC 6665 §4.4.1: one subscription for each SUBSCRIBE; the others are told that there is none.
   */
  @Order(2)
  @Test
  void refusesTheNotifyOfAnotherFork() throws IOException {
    try (Peers peers = open(Medium.UDP4, Medium.UDP4)) {
      Both both = subscribe(peers, 600);
      both.request().fork().request("NOTIFY", "", EVENT, ACTIVE).awaitStatus(481, Peers.LIMIT);
      both.notify("", ACTIVE);
      both.notify("", OVER);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Order(2)
  @Test
  void endsWhenTheSubscriberKnowsItNoMore() throws IOException {
    try (Peers peers = open(Medium.UDP4, Medium.TCP4)) {
      Both both = subscribe(peers, 3600);
      both.subscriber().hold("NOTIFY");
      ClientTransaction notify = both.notifier().request("NOTIFY", "", EVENT, ACTIVE);
      both.subscriber().awaitRequest("NOTIFY", Peers.LIMIT).respond(481, "");
      notify.awaitStatus(481, Peers.LIMIT);
      assertThat(peers.violations()).isEmpty();
    }
  }

  @Order(2)
  @Test
  void isNoneWhereTheNotifierRefuses() throws IOException {
    try (Peers peers = open(Medium.UDP4, Medium.UDP4)) {
      peers.callee().holdRequests("SUBSCRIBE");
      ClientTransaction sent = peers.request("SUBSCRIBE", "", EVENT, expires(600));
      peers
          .callee()
          .awaitRequest("SUBSCRIBE", Peers.LIMIT)
          .respond(489, "", new Header("Allow-Events", "presence"));
      assertThat(sent.awaitStatus(489, Peers.LIMIT).header("Allow-Events")).contains("presence");
    }
  }

  @Order(2)
  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("ways")
  void tellsHowAReferralGoes(Medium from, Medium to) throws IOException {
    try (Peers peers = open(from, to)) {
      peers.callee().holdRequests("REFER");
      ClientTransaction sent =
          peers.request("REFER", "", TO_CAROL, new Header("Referred-By", "<sip:a@example.com>"));
      peers.caller().dialogOf(sent);
      IncomingRequest request = peers.callee().awaitRequest("REFER", Peers.LIMIT);
      DialogEnd referee = request.accept();
      sent.awaitStatus(200, Peers.LIMIT);
      for (Header state : List.of(ACTIVE, OVER)) {
        referee
            .request("NOTIFY", "SIP/2.0 100 Trying\r\n", REFER, state, FRAGMENT)
            .awaitStatus(200, Peers.LIMIT);
      }
      assertThat(request.text().header("Refer-To")).contains("<sip:carol@example.com>");
      assertThat(request.text().header("Referred-By")).contains("<sip:a@example.com>");
      assertThat(peers.violations()).isEmpty();
    }
  }

  /** RFC 4488. */
  @Order(2)
  @Test
  void needsNoSubscriptionWhereTheRefereeMakesNone() throws IOException {
    try (Peers peers = open(Medium.UDP4, Medium.UDP4)) {
      Header none = new Header("Refer-Sub", "false");
      peers.callee().holdRequests("REFER");
      ClientTransaction sent = peers.request("REFER", "", TO_CAROL, none);
      IncomingRequest request = peers.callee().awaitRequest("REFER", Peers.LIMIT);
      request.accept(none);
      assertThat(request.text().header("Refer-Sub")).contains("false");
      assertThat(sent.awaitStatus(200, Peers.LIMIT).header("Refer-Sub")).contains("false");
      assertThat(peers.violations()).isEmpty();
    }
  }

  private Peers open(Medium from, Medium to) throws IOException {
    return Peers.open(server, grid, from, to, ladder);
  }

  private static Header expires(int seconds) {
    return new Header("Expires", Integer.toString(seconds));
  }

  private static Both subscribe(Peers peers, int seconds) {
    peers.callee().holdRequests("SUBSCRIBE");
    ClientTransaction sent = peers.request("SUBSCRIBE", "", EVENT, expires(seconds));
    DialogEnd subscriber = peers.caller().dialogOf(sent);
    IncomingRequest request = peers.callee().awaitRequest("SUBSCRIBE", Peers.LIMIT);
    DialogEnd notifier = request.accept(expires(seconds));
    SipText answer = sent.awaitStatus(200, Peers.LIMIT);
    return new Both(subscriber, notifier, request, answer);
  }

  /** The ends of a subscription, and what made it. */
  private record Both(
      DialogEnd subscriber, DialogEnd notifier, IncomingRequest request, SipText answer) {

    void notify(String body, Header state) {
      ClientTransaction sent =
          body.isEmpty()
              ? notifier.request("NOTIFY", body, EVENT, state)
              : notifier.request("NOTIFY", body, EVENT, state, XML);
      sent.awaitStatus(200, Peers.LIMIT);
    }
  }
}
