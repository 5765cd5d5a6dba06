package org.sipbond.sip.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sipbond.core.explain.Explanation;

/** Why the last calls went where they did, by Call-ID; the oldest makes room for a new one. */
final class Trails {
  private final int limit;
  private final Map<String, Supplier<Explanation>> byCallId = new LinkedHashMap<>();

  /**
   * @param limit how many are kept, at least 1
   */
  Trails(int limit) {
    this.limit = limit;
  }

  /** Keeps what explains a call. */
  synchronized void keep(String callId, Supplier<Explanation> trail) {
    if (byCallId.size() >= limit && !byCallId.containsKey(callId)) {
      byCallId.remove(byCallId.keySet().iterator().next());
    }
    byCallId.put(callId, trail);
  }

  /** Explains a call; empty when it is not kept any more. */
  synchronized Optional<Explanation> of(String callId) {
    return Optional.ofNullable(byCallId.get(callId)).map(Supplier::get);
  }

  /** The Call-IDs that are kept, oldest first. */
  synchronized List<String> callIds() {
    return List.copyOf(byCallId.keySet());
  }
}
