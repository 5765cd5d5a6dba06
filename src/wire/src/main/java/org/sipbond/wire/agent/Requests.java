package org.sipbond.wire.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipbond.wire.Body;

/** Requests outside of dialogs that an agent gets. The engine's lock guards everything. */
final class Requests {
  private final Engine engine;
  private final Set<String> held = new HashSet<>();
  private final List<IncomingRequest> untaken = new ArrayList<>();

  Requests(Engine engine) {
    this.engine = engine;
  }

  void hold(String method) {
    engine.monitor().change(() -> held.add(method));
  }

  IncomingRequest await(String method, Duration limit) {
    return engine.monitor().await(limit, () -> take(method), () -> "no held " + method);
  }

  void arrived(ServerTransaction transaction) {
    String tag = engine.tokens().fresh();
    if (held.contains(transaction.request().method())) {
      untaken.add(new IncomingRequest(engine, transaction, tag));
    } else {
      transaction.respond(200, tag, List.of(engine.identity().contact()), Body.EMPTY);
    }
  }

  private Optional<IncomingRequest> take(String method) {
    Optional<IncomingRequest> found =
        untaken.stream().filter(one -> one.text().isRequest(method)).findFirst();
    found.ifPresent(untaken::remove);
    return found;
  }
}
