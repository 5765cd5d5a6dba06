package org.sipbond.wire.agent;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;

/** One end of a call. */
public abstract sealed class Call permits OutgoingCall, IncomingCall {
  private final Engine engine;
  private final List<SipText> received = new ArrayList<>();
  private final List<ClientTransaction> invites = new ArrayList<>();
  private final List<ServerTransaction> served = new ArrayList<>();
  private final Set<String> held = new HashSet<>();
  private final List<Held> unanswered = new ArrayList<>();
  private long number = 1;

  Call(Engine engine) {
    this.engine = engine;
  }

  /** The Call-ID of this end's leg. */
  public abstract String callId();

  /** The dialog as far as it stands; fails while there is none. */
  abstract Dialog dialog();

  /** Sends BYE. */
  public ClientTransaction bye() {
    return request("BYE", "");
  }

  /** Sends a new offer in the dialog; once it is answered 200, {@link #ack} is due. */
  public ClientTransaction reinvite(String sdp) {
    return request("INVITE", sdp);
  }

  /**
   * Sends any request in the dialog, such as INFO or UPDATE; an empty body is none.
   *
   * @param more headers besides those that every request has
   */
  public ClientTransaction request(String method, String body, Header... more) {
    return engine.monitor().read(() -> send(method, body, List.of(more)));
  }

  /** Sends ACK to the 2xx that answered the latest INVITE of this end. */
  public void ack() {
    ack("");
  }

  /** The same with the answer to an offer that came with the 2xx. */
  public void ack(String sdp) {
    engine.monitor().change(() -> acknowledge(Body.of(sdp)));
  }

  /** Sends CANCEL for an INVITE of this end, once a response to it has come. RFC 3261 §9.1. */
  public ClientTransaction cancel(ClientTransaction invite) {
    invite.awaitAny(Monitor.usual());
    String to = invite.request().header("To").orElseThrow();
    SipText cancel = Wording.sameTransaction(invite.request(), "CANCEL", to);
    return engine.monitor().read(() -> engine.send(cancel, invite.line().remote()));
  }

  /** Leaves requests of that method in this call to {@link #awaitHeld} from now on. */
  public void hold(String method) {
    engine.monitor().change(() -> held.add(method));
  }

  /** Waits for the next request of that method that is to be answered by hand. */
  public Held awaitHeld(String method, Duration limit) {
    return engine
        .monitor()
        .await(limit, () -> takeHeld(method), () -> "no " + method + " in call " + callId());
  }

  /** Waits for a request of that method in this call, past or to come: ACK, BYE, CANCEL, INVITE. */
  public SipText awaitRequest(String method, Duration limit) {
    return await(limit, request -> request.isRequest(method), method);
  }

  final SipText await(Duration limit, Predicate<SipText> wanted, String what) {
    return engine
        .monitor()
        .await(
            limit,
            () -> received.stream().filter(wanted).findFirst(),
            () -> "no " + what + " in call " + callId());
  }

  /** Whether a BYE has come. */
  public boolean isEnded() {
    return engine.monitor().read(() -> received("BYE").isPresent());
  }

  /** Keeps a request of a method that is held; empty where the agent is to answer. */
  final Optional<Held> held(ServerTransaction transaction) {
    if (!held.contains(transaction.request().method())) {
      return Optional.empty();
    }
    Held kept = new Held(engine, this, transaction);
    unanswered.add(kept);
    return Optional.of(kept);
  }

  private Optional<Held> takeHeld(String method) {
    Optional<Held> found =
        unanswered.stream().filter(one -> one.request().isRequest(method)).findFirst();
    found.ifPresent(unanswered::remove);
    return found;
  }

  final Engine engine() {
    return engine;
  }

  final void sentInvite(ClientTransaction invite) {
    invites.add(invite);
  }

  /** An INVITE of the other end that this end answers. */
  final void serves(ServerTransaction invite) {
    served.add(invite);
  }

  /** A request came in this call; its answer is not this method's business, except to CANCEL. */
  void arrived(SipText request) {
    received.add(request);
    if (request.isRequest("ACK")) {
      served.forEach(ServerTransaction::acknowledged);
    }
  }

  private Optional<SipText> received(String method) {
    return received.stream().filter(request -> request.isRequest(method)).findFirst();
  }

  private ClientTransaction send(String method, String body, List<Header> more) {
    number++;
    Dialog dialog = current();
    List<Header> headers = new ArrayList<>(dialog.headers(number, method));
    headers.addAll(more);
    SipText request =
        engine
            .identity()
            .request(method, dialog.target(), engine.tokens().branch(), headers, Body.of(body));
    ClientTransaction sent = engine.send(request, next(dialog));
    if (sent.isInvite()) {
      sentInvite(sent);
    }
    return sent;
  }

  private void acknowledge(Body body) {
    ClientTransaction invite = invites.get(invites.size() - 1);
    SipText success =
        invite.responses().stream()
            .filter(response -> response.status() / 100 == 2)
            .findFirst()
            .orElseThrow(() -> new NotSeenException("no 2xx to acknowledge in " + callId()));
    Dialog dialog = current().refreshedBy(success);
    SipText ack =
        engine
            .identity()
            .request(
                "ACK",
                dialog.target(),
                engine.tokens().branch(),
                dialog.headers(Wording.number(invite.request()), "ACK"),
                body);
    invite.acknowledge(engine.line(next(dialog)), ack);
  }

  private Dialog current() {
    Dialog dialog = dialog();
    for (SipText request : received) {
      boolean refresh = request.isRequest("INVITE") || request.isRequest("UPDATE");
      dialog = refresh ? dialog.refreshedBy(request) : dialog;
    }
    return dialog;
  }

  private InetSocketAddress next(Dialog dialog) {
    return dialog.nextHop(engine.identity().transport());
  }
}
