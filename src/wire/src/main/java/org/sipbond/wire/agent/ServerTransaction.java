package org.sipbond.wire.agent;

import static org.sipbond.wire.agent.ClientTransaction.transmit;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;

/** A request that was received, and what was answered. See RFC 3261 §17.2. */
final class ServerTransaction {
  private final SipText request;
  private final InetSocketAddress source;
  private final Line back;
  private final Repeats timer;
  private final boolean reliable;
  private final List<SipText> sent = new ArrayList<>();
  private final List<Repeats.Repeat> repeats = new ArrayList<>();

  ServerTransaction(
      SipText request, InetSocketAddress source, Line back, Repeats timer, boolean reliable) {
    this.request = request;
    this.source = source;
    this.back = back;
    this.timer = timer;
    this.reliable = reliable;
  }

  SipText request() {
    return request;
  }

  /** Answers; a final answer to INVITE is repeated until {@link #acknowledged}. */
  void respond(int status, String toTag, List<Header> more, Body body) {
    SipText response =
        Wording.withBody(Wording.response(request, source, status, toTag, more), body);
    sent.add(response);
    transmit(back, response);
    boolean repeated = !reliable || status < 300;
    if (request.isRequest("INVITE") && status >= 200 && repeated) {
      Duration longestGap = Repeats.T2;
      repeats.add(timer.start(back, response, longestGap));
    }
  }

  /** Answers a retransmission with the latest response; with nothing when there is none. */
  void again() {
    if (!sent.isEmpty()) {
      transmit(back, sent.get(sent.size() - 1));
    }
  }

  boolean isFinal() {
    return !sent.isEmpty() && sent.get(sent.size() - 1).status() >= 200;
  }

  void acknowledged() {
    repeats.forEach(Repeats.Repeat::stop);
  }
}
