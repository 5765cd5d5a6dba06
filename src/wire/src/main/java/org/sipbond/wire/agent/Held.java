package org.sipbond.wire.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;

/** A request within a call that the agent leaves to its user to answer. */
public final class Held {
  private final Engine engine;
  private final Call call;
  private final ServerTransaction transaction;

  Held(Engine engine, Call call, ServerTransaction transaction) {
    this.engine = engine;
    this.call = call;
    this.transaction = transaction;
  }

  /** The request as it came. */
  public SipText request() {
    return transaction.request();
  }

  /** Answers; an empty body is none. Does nothing after a final answer. */
  public void respond(int status, String body, Header... more) {
    engine.monitor().change(() -> send(status, body, more));
  }

  /** Waits for the ACK to the final answer of a re-INVITE. */
  public SipText awaitAck(Duration limit) {
    long number = Wording.number(request());
    return call.await(
        limit, text -> text.isRequest("ACK") && Wording.number(text) == number, "ACK " + number);
  }

  /** A CANCEL came for it: 487, unless it has its final answer. See RFC 3261 §9.2. */
  void cancelled(SipText cancel) {
    call.arrived(cancel);
    send(487, "");
  }

  private void send(int status, String body, Header... more) {
    if (!transaction.isFinal()) {
      List<Header> headers = new ArrayList<>();
      if (!request().isRequest("BYE")) {
        headers.add(engine.identity().contact());
      }
      headers.addAll(List.of(more));
      transaction.respond(status, "", headers, Body.of(body));
    }
  }
}
