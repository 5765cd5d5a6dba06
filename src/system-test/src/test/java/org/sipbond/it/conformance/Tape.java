package org.sipbond.it.conformance;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sipbond.wire.SipText;
import org.sipbond.wire.Via;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.NotSeenException;
import org.sipbond.wire.agent.UserAgent;

/**
 * What one agent sent and received since a cell began. Of earlier cells there may be stragglers;
 * they are known by their Call-IDs and left out.
 */
final class Tape {
  private final UserAgent agent;
  private final Set<String> earlier = new HashSet<>();
  private int begin;

  Tape(UserAgent agent) {
    this.agent = agent;
  }

  UserAgent agent() {
    return agent;
  }

  /** Begins anew. */
  void begin() {
    List<WireMessage> all = agent.messages();
    all.subList(begin, all.size()).forEach(message -> earlier.add(callId(message)));
    begin = all.size();
  }

  /** Whether this is of the cell that runs. */
  boolean isOfThisCell(SipText text) {
    return !earlier.contains(text.callId().orElse(""));
  }

  /** Every message of this cell, in order. */
  List<WireMessage> messages() {
    List<WireMessage> all = agent.messages();
    return all.subList(begin, all.size()).stream()
        .filter(message -> isOfThisCell(message.text()))
        .toList();
  }

  /** The Call-IDs of this cell. */
  Set<String> callIds() {
    Set<String> ids = new LinkedHashSet<>();
    messages().forEach(message -> ids.add(callId(message)));
    return ids;
  }

  /** Every message that there has been of these Call-IDs. */
  List<SipText> texts(Set<String> callIds) {
    return once(
        agent.messages().stream()
            .filter(message -> callIds.contains(callId(message)))
            .map(WireMessage::text)
            .toList());
  }

  /** The messages of this cell without retransmissions and without 100, which is hop by hop. */
  List<SipText> texts() {
    return once(messages().stream().map(WireMessage::text).toList());
  }

  /** The messages of this cell that the agent sent, or those that it received. */
  List<SipText> texts(boolean sent, InetSocketAddress sipbond) {
    return messages().stream()
        .filter(message -> sent == isSent(message, sipbond))
        .map(WireMessage::text)
        .toList();
  }

  /** One end of every connection is a listening socket, of the agent or of sipbond. */
  private boolean isSent(WireMessage message, InetSocketAddress sipbond) {
    return message.source().equals(agent.address()) || message.destination().equals(sipbond);
  }

  /** Waits until so many messages are there, and goes on when time is out. */
  void await(int count, Duration limit) {
    try {
      agent.log().await(any -> texts().size() >= count, limit);
    } catch (NotSeenException missing) {
      // What was seen is compared in any case, and says more.
    }
  }

  private static List<SipText> once(List<SipText> texts) {
    Set<List<String>> seen = new HashSet<>();
    return texts.stream()
        .filter(text -> text.status() != 100)
        .filter(text -> seen.add(identity(text)))
        .toList();
  }

  /** The same for a message and its retransmissions, and for nothing else. */
  private static List<String> identity(SipText text) {
    return List.of(
        text.startLine(),
        text.topVia().flatMap(Via::branch).orElse(""),
        text.header("CSeq").orElse(""),
        text.toTag().orElse(""),
        text.header("RSeq").orElse(""));
  }

  private static String callId(WireMessage message) {
    return message.text().callId().orElse("");
  }
}
