package org.sipbond.sip.observe;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.guard.Fault;
import org.sipbond.core.guard.HeaderGuard;
import org.sipbond.core.guard.SendersOfCalls;
import org.sipbond.core.guard.SentMessage;

/**
 * Looks at every message right before it goes out: the container asks with the socket and the
 * bytes, see {@code src/docs/container.md}. Each violation is counted, the first one of a call is
 * told to the log. Free for any thread.
 */
public final class SendingGuard implements BiPredicate<String, ByteBuffer> {
  private static final System.Logger LOG = System.getLogger(SendingGuard.class.getName());

  /** How many calls are remembered. */
  public static final int KEPT = 20_000;

  private final Map<String, Listener> listeners;
  private final boolean block;
  private final CallLog log;
  private final SendersOfCalls senders;
  private final Set<String> told = new LinkedHashSet<>();

  /**
   * @param listeners those of the configuration, by their notation
   * @param senders which member each leg sends by
   * @param block whether a message that violates is kept back
   */
  public SendingGuard(
      Map<String, Listener> listeners, SendersOfCalls senders, boolean block, CallLog log) {
    this.listeners = Map.copyOf(listeners);
    this.senders = senders;
    this.block = block;
    this.log = log;
  }

  /** Whether the message may go out by that socket. */
  @Override
  public boolean test(String socket, ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.get(bytes);
    Optional<SentMessage> read = SentMessage.read(bytes, 0, bytes.length);
    Listener sender = listeners.get(socket);
    if (read.isEmpty() || sender == null) {
      return true;
    }
    List<Fault> faults =
        Stream.concat(
                senders.fault(read.get(), sender).stream(),
                HeaderGuard.faults(read.get(), senders.named(read.get(), sender)).stream())
            .toList();
    if (faults.isEmpty()) {
      return true;
    }
    faults.forEach(fault -> log.violated(sender, fault));
    tell(read.get(), sender, faults);
    return !block;
  }

  private void tell(SentMessage message, Listener sender, List<Fault> faults) {
    if (isNew(message.callId())) {
      LOG.log(
          Level.WARNING,
          "call {0}: {1} {2} by {3}: {4}",
          message.callId(),
          message.startLine(),
          block ? "was not sent" : "went out",
          sender,
          faults);
    }
  }

  private synchronized boolean isNew(String callId) {
    if (told.size() >= KEPT) {
      told.clear();
    }
    return told.add(callId);
  }
}
