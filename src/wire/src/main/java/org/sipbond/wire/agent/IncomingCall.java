package org.sipbond.wire.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;

/** The callee's end. */
public final class IncomingCall extends Call {
  private final ServerTransaction invite;
  private final String tag;
  private boolean answered;

  IncomingCall(Engine engine, ServerTransaction invite, String tag) {
    super(engine);
    this.invite = invite;
    this.tag = tag;
    serves(invite);
  }

  @Override
  public String callId() {
    return invite.request().callId().orElseThrow();
  }

  /** The INVITE as it came. */
  public SipText invite() {
    return invite.request();
  }

  /** Answers 180. */
  public void ring() {
    respond(180, "");
  }

  /** Answers 200 with a session description of the agent's own address. */
  public void answer() {
    respond(200, Sdp.audio(engine().identity().local().getAddress()));
  }

  /** Answers with that failure. */
  public void reject(int status) {
    respond(status, "");
  }

  /**
   * Answers with any status; an empty body is none. Does nothing after a final answer.
   *
   * @param more headers besides those that every response has
   */
  public void respond(int status, String body, Header... more) {
    engine().monitor().change(() -> send(status, body, List.of(more)));
  }

  /** Waits for the ACK to a final answer. */
  public SipText awaitAck(Duration limit) {
    return awaitRequest("ACK", limit);
  }

  void follow(Answering script) {
    for (int status : script.statuses()) {
      if (status == 200) {
        answer();
      } else {
        respond(status, "");
      }
    }
  }

  @Override
  Dialog dialog() {
    return Dialog.ofCallee(invite.request(), tag);
  }

  @Override
  void arrived(SipText request) {
    super.arrived(request);
    if (request.isRequest("CANCEL")) {
      send(487, "", List.of());
    }
  }

  /**
   * Another callee that the same INVITE has reached, as behind a proxy that forks: a dialog with a
   * To tag of its own. Of failures the first is sent, of 2xx each.
   */
  public IncomingCall fork() {
    return engine().monitor().read(() -> engine().calls().fork(invite));
  }

  private void send(int status, String body, List<Header> more) {
    if (!answered && (status < 300 || !invite.isFinal())) {
      answered = status >= 200;
      List<Header> headers = new ArrayList<>(more);
      if (status > 100 && status < 300) {
        headers.add(engine().identity().contact());
      }
      invite.respond(status, status == 100 ? "" : tag, headers, Body.of(body));
    }
  }
}
