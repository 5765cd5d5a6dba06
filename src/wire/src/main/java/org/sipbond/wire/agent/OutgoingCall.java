package org.sipbond.wire.agent;

import java.time.Duration;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;

/** The caller's end. */
public final class OutgoingCall extends Call {
  private final ClientTransaction invite;

  OutgoingCall(Engine engine, ClientTransaction invite) {
    super(engine);
    this.invite = invite;
    sentInvite(invite);
  }

  @Override
  public String callId() {
    return invite.request().callId().orElseThrow();
  }

  /** The INVITE that started the call, and its responses. */
  public ClientTransaction invite() {
    return invite;
  }

  /** Waits for that status; fails at once when a final response with another status comes. */
  public SipText awaitStatus(int status, Duration limit) {
    return invite.awaitStatus(status, limit);
  }

  /** Waits for any final response to the INVITE. */
  public SipText awaitFinal(Duration limit) {
    return invite.awaitFinal(limit);
  }

  /** Sends CANCEL, once a response to the INVITE has come. See RFC 3261 §9.1. */
  public ClientTransaction cancel() {
    return cancel(invite);
  }

  /** Sends PRACK for a reliable provisional response. See RFC 3262 §4. */
  public ClientTransaction prack(SipText response, String body) {
    String rseq = response.header("RSeq").orElseThrow();
    return request(
        "PRACK", body, new Header("RAck", rseq + " " + response.header("CSeq").orElseThrow()));
  }

  @Override
  Dialog dialog() {
    return invite.responses().stream()
        .filter(response -> response.toTag().isPresent() && response.status() < 300)
        .filter(response -> !response.headers("Contact").isEmpty())
        .reduce((earlier, later) -> later)
        .map(response -> Dialog.ofCaller(invite.request(), response))
        .orElseThrow(() -> new NotSeenException("no dialog yet in call " + callId()));
  }
}
