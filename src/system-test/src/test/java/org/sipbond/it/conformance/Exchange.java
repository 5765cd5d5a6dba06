package org.sipbond.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.sipbond.it.Server;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.ClientTransaction;
import org.sipbond.wire.agent.DialogEnd;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.IncomingRequest;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.Sdp;
import org.sipbond.wire.ladder.Lane;
import org.sipbond.wire.promise.PromiseCheck;
import org.sipbond.wire.promise.Side;

/** The two peers of one cell: who sends the first request, and to whom it is to come. */
final class Exchange {
  static final Duration LIMIT = Duration.ofSeconds(5);

  private final Site site;
  private final Cell cell;
  private final Tape from;
  private final Tape to;
  private final List<Check> checks = new ArrayList<>();

  private Exchange(Site site, Cell cell, Tape from, Tape to) {
    this.site = site;
    this.cell = cell;
    this.from = from;
    this.to = to;
  }

  /** The agents of that cell, from whom nothing is seen yet. */
  static Exchange begin(Site site, Cell cell) {
    Tape from = site.tape(ingress(cell), cell.way().in());
    Tape to = site.tape(egress(cell), cell.way().out());
    from.begin();
    to.begin();
    return new Exchange(site, cell, from, to);
  }

  Cell cell() {
    return cell;
  }

  /** Does what the row says; then sipbond has no call any more that it had not before. */
  void run() {
    int before = Server.application().getActiveCalls();
    cell.row().script().run(this);
    assertThat(checks).as("sides that were looked at").isNotEmpty();
    Awaitility.await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(Server.application().getActiveCalls())
                    .as("active calls")
                    .isLessThanOrEqualTo(before));
  }

  /** Calls with an offer. */
  OutgoingCall call(Header... more) {
    return call(Sdp.audio(from.agent().address().getAddress()), more);
  }

  /** Calls; without an offer where the text is empty. */
  OutgoingCall call(String sdp, Header... more) {
    return from.agent().invite(uri(), ingress(), sdp, more);
  }

  /** Sends a request that belongs to no call; the other side answers it by hand. */
  ClientTransaction request(String method, String body, Header... more) {
    to.agent().holdRequests(method);
    return from.agent().request(method, uri(), ingress(), body, more);
  }

  /** The request as it came to the other side. */
  IncomingRequest awaitRequest(String method) {
    IncomingRequest request = to.agent().awaitRequest(method, LIMIT);
    while (!to.isOfThisCell(request.text())) {
      request = to.agent().awaitRequest(method, LIMIT);
    }
    return request;
  }

  /** The end of the one who began in the dialog that this request makes. */
  DialogEnd dialogOf(ClientTransaction request) {
    return from.agent().dialogOf(request);
  }

  /**
   * Waits until sipbond has read what the one who began sent before: a ping behind it on the same
   * socket is answered. Its two messages are seen as well.
   */
  void settle() {
    from.agent().request("OPTIONS", "sip:example.com", ingress()).awaitStatus(200, LIMIT);
  }

  /** The same of the other side. */
  void settleOther() {
    to.agent().request("OPTIONS", "sip:example.com", egress()).awaitStatus(200, LIMIT);
  }

  /** The call as it came to the other side. */
  IncomingCall awaitCall() {
    IncomingCall call = to.agent().awaitCall(LIMIT);
    while (!to.isOfThisCell(call.invite())) {
      call = to.agent().awaitCall(LIMIT);
    }
    return call;
  }

  /** A call that is rung, answered and acknowledged. */
  Talk talk() {
    OutgoingCall outgoing = call();
    IncomingCall incoming = awaitCall();
    incoming.ring();
    outgoing.awaitStatus(180, LIMIT);
    incoming.answer();
    outgoing.awaitStatus(200, LIMIT);
    outgoing.ack();
    incoming.awaitAck(LIMIT);
    return talk(outgoing, incoming);
  }

  /** These two ends, seen from who sends what the row is about. */
  Talk talk(OutgoingCall outgoing, IncomingCall incoming) {
    return new Talk(cell.row().direction(), outgoing, incoming);
  }

  /** Both sides saw this and nothing else, the same bodies, and nothing of each other. */
  void bothSaw(Sequence sequence) {
    saw(sequence, sequence);
  }

  /** The one who began saw this, the other that, the same bodies, and nothing of each other. */
  void saw(Sequence beginner, Sequence other) {
    check(new Check(from, beginner));
    check(new Check(to, other));
    checkBodies();
    assertThat(promises(false).violations(messages())).isEmpty();
  }

  /** The same by who sent what the row is about, and who got it. */
  void sawOfTalk(Sequence sender, Sequence receiver) {
    boolean back = cell.row().direction() == Direction.CALLEE_TO_CALLER;
    saw(back ? receiver : sender, back ? sender : receiver);
  }

  /** The one who began saw this, and nothing reached the other side. */
  void refused(Sequence beginner) {
    check(new Check(from, beginner));
    check(new Check(to, Sequence.of()));
    assertThat(promises(true).violations(messages())).isEmpty();
  }

  /** To be looked at again when late messages would have come. */
  List<Check> checks() {
    return checks;
  }

  List<WireMessage> messages() {
    return Stream.concat(from.messages().stream(), to.messages().stream()).toList();
  }

  Lane[] lanes() {
    return new Lane[] {
      Lane.of("beginner", from.agent().address()),
      Lane.of(Site.listener(ingress(cell), cell.way().in()), ingress()),
      Lane.of(Site.listener(egress(cell), cell.way().out()), egress()),
      Lane.of("other", to.agent().address())
    };
  }

  private void check(Check check) {
    check.await();
    checks.add(check.closed());
  }

  private PromiseCheck promises(boolean silent) {
    Side ingress = side(ingress(cell), Site.listener(ingress(cell), cell.way().in()), from);
    Side egress = side(egress(cell), Site.listener(egress(cell), cell.way().out()), to);
    return PromiseCheck.between(ingress, silent ? egress.silenced() : egress);
  }

  private Side side(String bond, String listener, Tape peer) {
    return Side.of(
        bond, List.of(site.server().listener(listener)), Endpoints.of(peer.agent().address()));
  }

  private String uri() {
    return "sip:" + cell.way().out() + "-anybody@example.com";
  }

  private InetSocketAddress ingress() {
    return site.server().socket(Site.listener(ingress(cell), cell.way().in()));
  }

  private InetSocketAddress egress() {
    return site.server().socket(Site.listener(egress(cell), cell.way().out()));
  }

  private static String ingress(Cell cell) {
    return cell.row().direction().fromIntern() ? "intern" : "extern";
  }

  private static String egress(Cell cell) {
    return cell.row().direction().fromIntern() ? "extern" : "intern";
  }

  /** What one side got has to be what the other sent, byte for byte. */
  private void checkBodies() {
    assertThat(contents(to.texts(true, egress())))
        .containsAll(contents(from.texts(false, ingress())));
    assertThat(contents(from.texts(true, ingress())))
        .containsAll(contents(to.texts(false, egress())));
  }

  private static List<List<Object>> contents(List<SipText> texts) {
    return texts.stream()
        .filter(text -> text.body().length() > 0)
        .map(text -> List.of(text.summary(), text.header("Content-Type").orElse(""), text.body()))
        .toList();
  }
}
