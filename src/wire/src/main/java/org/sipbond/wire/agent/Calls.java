package org.sipbond.wire.agent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.Via;

/** The calls of one agent, and what it answers by itself. The engine's lock guards everything. */
final class Calls {
  private final Engine engine;
  private final Map<String, Call> byDialog = new HashMap<>();

  /** What to do with the CANCEL of an INVITE, by the branch of both. */
  private final Map<String, Consumer<SipText>> cancels = new HashMap<>();

  private final Deque<IncomingCall> untaken = new ArrayDeque<>();
  private Answering script = Answering.whenTold();

  Calls(Engine engine) {
    this.engine = engine;
  }

  void answer(Answering newScript) {
    engine.monitor().change(() -> script = newScript);
  }

  void add(OutgoingCall call, String localTag) {
    byDialog.put(key(call.callId(), localTag), call);
  }

  IncomingCall await(Duration limit) {
    return engine
        .monitor()
        .await(limit, () -> Optional.ofNullable(untaken.poll()), () -> "no incoming call");
  }

  void acknowledged(SipText ack) {
    inDialog(ack).ifPresent(call -> call.arrived(ack));
  }

  void requested(ServerTransaction transaction) {
    SipText request = transaction.request();
    if (request.isRequest("CANCEL")) {
      cancelled(transaction);
    } else if (request.toTag().isPresent()) {
      inDialog(request)
          .ifPresentOrElse(
              call -> answerInDialog(call, transaction),
              () -> engine.dialogs().requested(transaction));
    } else if (request.isRequest("INVITE")) {
      invited(transaction);
    } else {
      engine.requests().arrived(transaction);
    }
  }

  private void invited(ServerTransaction transaction) {
    String tag = engine.tokens().fresh();
    IncomingCall call = new IncomingCall(engine, transaction, tag);
    byDialog.put(key(call.callId(), tag), call);
    cancels.put(branch(transaction.request()), call::arrived);
    untaken.add(call);
    call.follow(script);
  }

  IncomingCall fork(ServerTransaction transaction) {
    String tag = engine.tokens().fresh();
    IncomingCall call = new IncomingCall(engine, transaction, tag);
    byDialog.put(key(call.callId(), tag), call);
    return call;
  }

  private void cancelled(ServerTransaction transaction) {
    SipText cancel = transaction.request();
    Optional<Consumer<SipText>> invite = Optional.ofNullable(cancels.get(branch(cancel)));
    if (invite.isEmpty()) {
      refuse(transaction);
      return;
    }
    transaction.respond(200, engine.tokens().fresh(), List.of(), Body.EMPTY);
    invite.get().accept(cancel);
  }

  private void answerInDialog(Call call, ServerTransaction transaction) {
    SipText request = transaction.request();
    boolean offered = request.isRequest("INVITE");
    if (offered) {
      call.serves(transaction);
    }
    call.arrived(request);
    Optional<Held> held = call.held(transaction);
    if (held.isPresent()) {
      cancels.put(branch(request), held.get()::cancelled);
      return;
    }
    String sdp = offered ? Sdp.audio(engine.identity().local().getAddress()) : "";
    List<Header> contact = request.isRequest("BYE") ? List.of() : contact();
    transaction.respond(200, "", contact, Body.of(sdp));
  }

  private void refuse(ServerTransaction transaction) {
    transaction.respond(481, engine.tokens().fresh(), List.of(), Body.EMPTY);
  }

  private List<Header> contact() {
    return List.of(engine.identity().contact());
  }

  private Optional<Call> inDialog(SipText request) {
    return request
        .toTag()
        .flatMap(tag -> Optional.ofNullable(byDialog.get(key(request.callId().orElse(""), tag))));
  }

  private static String branch(SipText request) {
    return request.topVia().flatMap(Via::branch).orElse("");
  }

  private static String key(String callId, String localTag) {
    return callId + " " + localTag;
  }
}
