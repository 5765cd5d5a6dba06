package org.sipbond.core.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sipbond.core.bond.Listener;

/**
 * Which listener sends the requests of each of the last legs. A leg has a Call-ID of its own and
 * one member from its first request to its last, unless it is said to have moved, so another one is
 * a fault. Responses do not count: they go by whatever listener was asked. Free for any thread.
 */
public final class SendersOfCalls {
  private final Map<String, Listener> byCallId;
  private final Map<String, Listener> moved;

  /**
   * @param kept how many legs are remembered
   */
  public SendersOfCalls(int kept) {
    byCallId = latest(kept);
    moved = latest(kept);
  }

  private static Map<String, Listener> latest(int kept) {
    return new LinkedHashMap<>() {
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

  /** The leg of that Call-ID sends by another member from now on, as its peer wants it. */
  public synchronized void moved(String callId, Listener to) {
    byCallId.put(callId, to);
    moved.put(callId, to);
  }

  /**
   * The listener that a message has to name: its sender, but in the response of a leg that has
   * moved the one it has moved to, though it goes by the listener that was asked.
   */
  public synchronized Listener named(SentMessage message, Listener sender) {
    return message.isRequest() ? sender : moved.getOrDefault(message.callId(), sender);
  }

  private synchronized Listener first(String callId, Listener sender) {
    Listener first = byCallId.putIfAbsent(callId, sender);
    return first == null ? sender : first;
  }
}
