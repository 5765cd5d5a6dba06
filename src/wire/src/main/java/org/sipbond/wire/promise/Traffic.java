package org.sipbond.wire.promise;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipbond.wire.WireMessage;

/** Which message went to or came from which side. */
final class Traffic {
  private final List<Side> sides;
  private final Map<InetSocketAddress, Side> learned = new HashMap<>();
  private final Map<Side, List<WireMessage>> sent = new HashMap<>();
  private final Map<Side, List<WireMessage>> received = new HashMap<>();
  private final List<Violation> strays = new ArrayList<>();

  private Traffic(List<Side> sides) {
    this.sides = sides;
    for (Side side : sides) {
      sent.put(side, new ArrayList<>());
      received.put(side, new ArrayList<>());
    }
  }

  static Traffic of(List<Side> sides, List<WireMessage> messages) {
    Traffic traffic = new Traffic(sides);
    messages.forEach(traffic::sort);
    return traffic;
  }

  List<WireMessage> sentTo(Side side) {
    return sent.getOrDefault(side, List.of());
  }

  List<WireMessage> receivedFrom(Side side) {
    return received.getOrDefault(side, List.of());
  }

  List<WireMessage> all(Side side) {
    List<WireMessage> all = new ArrayList<>(sentTo(side));
    all.addAll(receivedFrom(side));
    return all;
  }

  List<Violation> strays() {
    return List.copyOf(strays);
  }

  private void sort(WireMessage message) {
    Optional<Side> from = peer(message.source());
    Optional<Side> to = peer(message.destination());
    if (from.isPresent() && to.isPresent()) {
      stray(from.get(), "went past sipbond to " + to.get().name(), message);
    } else if (to.isPresent()) {
      add(sent, to.get(), message);
    } else if (from.isPresent()) {
      add(received, from.get(), message);
    } else {
      between(message);
    }
  }

  /** Neither end is a known peer: a peer that connects from a new port, or a stray. */
  private void between(WireMessage message) {
    Optional<Side> to = listening(message.destination());
    Optional<Side> from = listening(message.source());
    if (from.isPresent()) {
      stray(from.get(), "went to nobody of any side", message);
    } else if (to.isPresent()) {
      learned.put(message.source(), to.get());
      add(received, to.get(), message);
    }
  }

  private void stray(Side side, String fault, WireMessage message) {
    strays.add(new Violation(side.name(), fault, message.toString()));
  }

  private static void add(Map<Side, List<WireMessage>> to, Side side, WireMessage message) {
    to.computeIfAbsent(side, unseen -> new ArrayList<>()).add(message);
  }

  private Optional<Side> peer(InetSocketAddress socket) {
    return sides.stream()
        .filter(side -> side.peers().contains(socket))
        .findFirst()
        .or(() -> Optional.ofNullable(learned.get(socket)));
  }

  private Optional<Side> listening(InetSocketAddress socket) {
    return sides.stream().filter(side -> side.listensOn(socket)).findFirst();
  }
}
