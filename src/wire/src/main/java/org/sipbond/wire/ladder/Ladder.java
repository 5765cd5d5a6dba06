package org.sipbond.wire.ladder;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sipbond.wire.WireMessage;

/**
 * Messages as arrows between lanes, in the order of their times; equal times stay as given. A
 * socket that no lane has gets a lane of its own at the right, labelled with its address. A message
 * that was sent before, with the same text on the same path, is marked {@code again}.
 *
 * @param lanes from left to right
 * @param messages in any order
 */
public record Ladder(List<Lane> lanes, List<WireMessage> messages) {
  private static final String INDENT = " ".repeat(9);

  /** Adds the missing lanes and sorts the messages. */
  public Ladder {
    messages = messages.stream().sorted(Comparator.comparing(WireMessage::when)).toList();
    lanes = completed(lanes, messages);
  }

  /** The whole ladder, each line ended by a line feed. */
  @Override
  public String toString() {
    List<Rung> rungs = rungs();
    Columns columns = Columns.of(lanes.stream().map(Lane::label).toList(), rungs);
    StringBuilder text = new StringBuilder();
    text.append((INDENT + columns.labels()).stripTrailing()).append('\n');
    for (int i = 0; i < rungs.size(); i++) {
      WireMessage message = messages.get(i);
      text.append(offset(message)).append(columns.row(rungs.get(i)));
      text.append("  ").append(message.path()).append('\n');
    }
    return text.toString();
  }

  private List<Rung> rungs() {
    Set<String> seen = new HashSet<>();
    List<Rung> rungs = new ArrayList<>();
    for (WireMessage message : messages) {
      boolean again = !seen.add(message.path() + "\n" + message.text());
      String label = message.text().summary() + (again ? ", again" : "");
      rungs.add(
          new Rung(laneOf(lanes, message.source()), laneOf(lanes, message.destination()), label));
    }
    return rungs;
  }

  private String offset(WireMessage message) {
    Duration since = Duration.between(messages.get(0).when(), message.when());
    return String.format(Locale.ROOT, "%7.3f  ", since.toNanos() / 1e9);
  }

  private static List<Lane> completed(List<Lane> lanes, List<WireMessage> messages) {
    List<Lane> all = new ArrayList<>(lanes);
    for (WireMessage message : messages) {
      for (InetSocketAddress socket : List.of(message.source(), message.destination())) {
        if (laneOf(all, socket) < 0) {
          all.add(Lane.of(WireMessage.text(socket), socket));
        }
      }
    }
    return List.copyOf(all);
  }

  private static int laneOf(List<Lane> lanes, InetSocketAddress socket) {
    int covering = -1;
    for (int i = 0; i < lanes.size(); i++) {
      if (lanes.get(i).names(socket)) {
        return i;
      }
      if (covering < 0 && lanes.get(i).covers(socket)) {
        covering = i;
      }
    }
    return covering;
  }
}
