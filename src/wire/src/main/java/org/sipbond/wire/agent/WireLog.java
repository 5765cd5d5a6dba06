package org.sipbond.wire.agent;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sipbond.wire.WireMessage;

/** Everything that one agent sent and received, in order. */
public final class WireLog {
  private final Monitor monitor = new Monitor();
  private final List<WireMessage> messages = new ArrayList<>();
  private final Clock clock;

  WireLog(Clock clock) {
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  void add(WireMessage message) {
    monitor.change(() -> messages.add(message));
  }

  /** A copy of what is there now. */
  public List<WireMessage> messages() {
    return monitor.read(() -> List.copyOf(messages));
  }

  /**
   * Waits for the first message, past or to come, that is as asked for.
   *
   * @param wanted asked under the log's lock, so it may look at the message and at this log only
   */
  public WireMessage await(Predicate<WireMessage> wanted, Duration limit) {
    return monitor.await(limit, () -> first(wanted), () -> "no such message; seen: " + messages);
  }

  private Optional<WireMessage> first(Predicate<WireMessage> wanted) {
    return messages.stream().filter(wanted).findFirst();
  }
}
