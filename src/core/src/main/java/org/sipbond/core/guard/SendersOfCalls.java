package org.sipbond.core.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sipbond.core.bond.Listener;

/**
 * Which listener sent the first request of each of the last legs. A leg has a Call-ID of its own
 * and one member from its first request to its last, so another one is a fault. Responses do not
 * count: they go by whatever listener was asked. Free for any thread.
 */
public final class SendersOfCalls {
  private final Map<String, Listener> byCallId;

  /**
   * @param kept how many legs are remembered
   */
  public SendersOfCalls(int kept) {
    byCallId =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Listener> eldest) {
            return size() > kept;
          }
        };
  }

  /** What is wrong with {@code sender} for this message; empty where nothing is. */
  public Optional<Fault> fault(SentMessage message, Listener sender) {
    if (!message.isRequest()) {
      return Optional.empty();
    }
    Listener first = first(message.callId(), sender);
    return first.equals(sender)
        ? Optional.empty()
        : Optional.of(new Fault("source", sender.notation(), first.notation()));
  }

  private synchronized Listener first(String callId, Listener sender) {
    Listener first = byCallId.putIfAbsent(callId, sender);
    return first == null ? sender : first;
  }
}
