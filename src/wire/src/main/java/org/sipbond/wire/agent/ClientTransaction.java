package org.sipbond.wire.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipbond.wire.SipText;

/** A request that was sent, and what came back. See RFC 3261 §17.1. */
public final class ClientTransaction {
  private final Monitor monitor;
  private final SipText request;
  private final Line line;
  private final List<Repeats.Repeat> repeats = new ArrayList<>();
  private final List<SipText> responses = new ArrayList<>();
  private final List<Runnable> acknowledgement = new ArrayList<>();

  ClientTransaction(Monitor monitor, SipText request, Line line) {
    this.monitor = monitor;
    this.request = request;
    this.line = line;
  }

  /** Sends, and repeats where the transport may lose. */
  void start(Repeats timer, boolean reliable) {
    transmit(line, request);
    if (!reliable) {
      Duration longestGap = isInvite() ? Repeats.GIVE_UP : Repeats.T2;
      repeats.add(timer.start(line, request, longestGap));
    }
  }

  /** The request as it was sent. */
  public SipText request() {
    return request;
  }

  /** Every response so far, retransmissions included. */
  public List<SipText> responses() {
    return monitor.read(() -> List.copyOf(responses));
  }

  /** Waits for that status; fails at once when a final response with another status comes. */
  public SipText awaitStatus(int status, Duration limit) {
    return monitor.await(limit, () -> response(status), () -> "no " + status + seen());
  }

  /** Waits for any response of 200 or more. */
  public SipText awaitFinal(Duration limit) {
    return monitor.await(limit, this::finalResponse, () -> "no final response" + seen());
  }

  /** Waits for any response at all, provisional or final. */
  SipText awaitAny(Duration limit) {
    return monitor.await(limit, () -> responses.stream().findFirst(), () -> "no response" + seen());
  }

  Line line() {
    return line;
  }

  boolean isInvite() {
    return request.isRequest("INVITE");
  }

  void received(SipText response) {
    responses.add(response);
    if (isInvite() || response.status() >= 200) {
      stop();
    }
    if (isInvite() && response.status() >= 300) {
      String to = response.header("To").orElse("");
      transmit(line, Wording.sameTransaction(request, "ACK", to));
    } else if (response.status() >= 200) {
      acknowledgement.forEach(Runnable::run);
    }
  }

  /** Sends ACK to a 2xx, now and each time that the 2xx comes again. See RFC 3261 §13.2.2.4. */
  void acknowledge(Line to, SipText ack) {
    acknowledgement.clear();
    acknowledgement.add(() -> transmit(to, ack));
    transmit(to, ack);
  }

  void stop() {
    repeats.forEach(Repeats.Repeat::stop);
  }

  static void transmit(Line line, SipText text) {
    try {
      line.send(text);
    } catch (IOException failed) {
      throw new NotSentException(text.startLine() + " not sent to " + line.remote(), failed);
    }
  }

  private Optional<SipText> response(int status) {
    Optional<SipText> wanted =
        responses.stream().filter(response -> response.status() == status).findFirst();
    if (wanted.isEmpty() && finalResponse().isPresent()) {
      throw new NotSeenException("no " + status + seen());
    }
    return wanted;
  }

  private Optional<SipText> finalResponse() {
    return responses.stream().filter(response -> response.status() >= 200).findFirst();
  }

  private String seen() {
    List<String> summaries = responses.stream().map(SipText::summary).toList();
    return " to " + request.startLine() + "; received: " + summaries;
  }
}
