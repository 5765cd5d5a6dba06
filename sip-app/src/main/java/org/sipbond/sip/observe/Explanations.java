package org.sipbond.sip.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why the last calls went where they did, by Call-ID; the oldest makes room for a new one. */
public final class Explanations {
  private final int limit;
  private final Map<String, String> byCallId = new LinkedHashMap<>();

  /**
   * @param limit how many are kept, at least 1
   */
  public Explanations(int limit) {
    this.limit = limit;
  }

  /** Keeps the explanation of a call. */
  public synchronized void keep(String callId, String explanation) {
    if (byCallId.size() >= limit && !byCallId.containsKey(callId)) {
      byCallId.remove(byCallId.keySet().iterator().next());
    }
    byCallId.put(callId, explanation);
  }

  /** The explanation of a call; empty when it is not kept any more. */
  public synchronized Optional<String> of(String callId) {
    return Optional.ofNullable(byCallId.get(callId));
  }

  /** The Call-IDs that are kept, oldest first. */
  public synchronized List<String> callIds() {
    return List.copyOf(byCallId.keySet());
  }
}
