package org.sipbond.wire.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;

/**
 * One end of a dialog that no INVITE made, such as one of SUBSCRIBE. It answers 200 to every
 * request in it but those that are held.
 */
public final class DialogEnd {
  private final Engine engine;
  private final Supplier<Dialog> dialog;
  private final Requests requests;
  private long number = 1;

  DialogEnd(Engine engine, Supplier<Dialog> dialog) {
    this.engine = engine;
    this.dialog = dialog;
    this.requests = new Requests(engine);
  }

  /** Sends a request in the dialog; an empty body is none. */
  public ClientTransaction request(String method, String body, Header... more) {
    return engine.monitor().read(() -> send(method, body, List.of(more)));
  }

  /** Leaves requests of that method in this dialog to {@link #awaitRequest} from now on. */
  public void hold(String method) {
    requests.hold(method);
  }

  /** Waits for the next request in this dialog that is to be answered by hand. */
  public IncomingRequest awaitRequest(String method, Duration limit) {
    return requests.await(method, limit);
  }

  void arrived(ServerTransaction transaction) {
    requests.arrived(transaction);
  }

  private ClientTransaction send(String method, String body, List<Header> more) {
    number++;
    Dialog current = dialog.get();
    List<Header> headers = new ArrayList<>(current.headers(number, method));
    headers.addAll(more);
    SipText request =
        engine
            .identity()
            .request(method, current.target(), engine.tokens().branch(), headers, Body.of(body));
    return engine.send(request, current.nextHop(engine.identity().transport()));
  }
}
