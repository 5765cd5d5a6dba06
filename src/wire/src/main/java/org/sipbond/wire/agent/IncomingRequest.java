package org.sipbond.wire.agent;

import java.util.ArrayList;
import java.util.List;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;

/** A request outside of any dialog that waits to be answered by hand. */
public final class IncomingRequest {
  private final Engine engine;
  private final ServerTransaction transaction;
  private final String tag;

  IncomingRequest(Engine engine, ServerTransaction transaction, String tag) {
    this.engine = engine;
    this.transaction = transaction;
    this.tag = tag;
  }

  /** The request as it came. */
  public SipText text() {
    return transaction.request();
  }

  /**
   * Answers with any status; an empty body is none. Does nothing after a final answer.
   *
   * @param more headers besides those that every response has
   */
  public void respond(int status, String body, Header... more) {
    engine.monitor().change(() -> send(status, body, List.of(more)));
  }

  /** Answers 200, and gives this end of the dialog that the request and its answer make. */
  public DialogEnd accept(Header... more) {
    DialogEnd end = dialog();
    List<Header> headers = new ArrayList<>(List.of(more));
    headers.add(engine.identity().contact());
    respond(200, "", headers.toArray(Header[]::new));
    return end;
  }

  /** This end of the dialog that the request makes, whether it is answered yet or not. */
  public DialogEnd dialog() {
    return engine.monitor().read(() -> engine.dialogs().ofCallee(engine, text(), tag));
  }

  /** The same of another one that the request was forked to, with a tag of its own. */
  public DialogEnd fork() {
    String other = engine.tokens().fresh();
    return engine.monitor().read(() -> engine.dialogs().ofCallee(engine, text(), other));
  }

  private void send(int status, String body, List<Header> more) {
    if (!transaction.isFinal()) {
      transaction.respond(status, status == 100 ? "" : tag, more, Body.of(body));
    }
  }
}
