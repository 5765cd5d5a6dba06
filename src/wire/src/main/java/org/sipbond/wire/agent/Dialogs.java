package org.sipbond.wire.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipbond.wire.Body;
import org.sipbond.wire.SipText;

/** The dialogs of an agent that no INVITE made. The engine's lock guards everything. */
final class Dialogs {
  private final Map<String, DialogEnd> ends = new HashMap<>();

  /** The end of whoever sent the first request; the dialog is there when it is answered. */
  DialogEnd ofCaller(Engine engine, ClientTransaction first) {
    SipText request = first.request();
    DialogEnd end = new DialogEnd(engine, () -> Dialog.ofCaller(request, success(first)));
    ends.put(key(request, request.fromTag().orElseThrow()), end);
    return end;
  }

  /** The end of whoever received the first request, and answers it with that tag. */
  DialogEnd ofCallee(Engine engine, SipText first, String localTag) {
    return ends.computeIfAbsent(
        key(first, localTag), key -> new DialogEnd(engine, () -> Dialog.ofCallee(first, localTag)));
  }

  /** A request in a dialog; 481 where there is none. */
  void requested(ServerTransaction transaction) {
    DialogEnd end = ends.get(key(transaction.request(), transaction.request().toTag().orElse("")));
    if (end == null) {
      transaction.respond(481, "", List.of(), Body.EMPTY);
    } else {
      end.arrived(transaction);
    }
  }

  private static SipText success(ClientTransaction first) {
    return first.responses().stream()
        .filter(response -> response.status() / 100 == 2)
        .findFirst()
        .orElseThrow(() -> new NotSeenException("no 2xx to " + first.request().startLine()));
  }

  private static String key(SipText text, String localTag) {
    return text.callId().orElse("") + " " + localTag;
  }
}
