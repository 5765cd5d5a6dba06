package org.sipbond.wire.agent;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipbond.wire.Body;
import org.sipbond.wire.SipText;

/** One end of a call. */
public abstract sealed class Call permits OutgoingCall, IncomingCall {
  private final Engine engine;
  private final List<SipText> received = new ArrayList<>();
  private final List<ClientTransaction> invites = new ArrayList<>();
  private final List<ServerTransaction> served = new ArrayList<>();
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

  /** Sends any request in the dialog, such as INFO or UPDATE; an empty body is none. */
  public ClientTransaction request(String method, String body) {
    return engine.monitor().read(() -> send(method, body));
  }

  /** Sends ACK to the 2xx that answered the latest INVITE of this end. */
  public void ack() {
    engine.monitor().change(this::acknowledge);
  }

  /** Waits for a request of that method in this call, past or to come: ACK, BYE, CANCEL, INVITE. */
  public SipText awaitRequest(String method, Duration limit) {
    return engine
        .monitor()
        .await(limit, () -> received(method), () -> "no " + method + " in call " + callId());
  }

  /** Whether a BYE has come. */
  public boolean isEnded() {
    return engine.monitor().read(() -> received("BYE").isPresent());
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

  private ClientTransaction send(String method, String body) {
    number++;
    Dialog dialog = current();
    SipText request =
        engine
            .identity()
            .request(
                method,
                dialog.target(),
                engine.tokens().branch(),
                dialog.headers(number, method),
                Body.of(body));
    ClientTransaction sent = engine.send(request, next(dialog));
    if (sent.isInvite()) {
      sentInvite(sent);
    }
    return sent;
  }

  private void acknowledge() {
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
                Body.EMPTY);
    invite.acknowledge(engine.line(next(dialog)), ack);
  }

  private Dialog current() {
    Dialog dialog = dialog();
    for (SipText request : received) {
      dialog = request.isRequest("INVITE") ? dialog.refreshedBy(request) : dialog;
    }
    return dialog;
  }

  private InetSocketAddress next(Dialog dialog) {
    return dialog.nextHop(engine.identity().transport());
  }
}
