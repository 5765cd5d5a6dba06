package org.sipbond.sip.leg;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.sip.message.Legs;
import org.sipbond.sip.outbound.OutboundDestination;
import org.sipbond.sip.outbound.OutboundDestinations;
import org.sipbond.sip.outbound.OutboundInterface;

/**
 * Writes and sends the first request of a leg, as an attempt makes it. Where a connection may have
 * to be made first, that is waited for on a thread of our own, so that no thread of the container
 * waits for a dead host.
 */
public final class LegSender {
  private final Legs legs;
  private final OutboundInterface outbound;
  private final OutboundDestination destinations;
  private final Executor connecting;
  private final TimeLimits time;
  private final Duration answerTimeout;

  /**
   * @param connecting its threads may be blocked; it may reject
   * @param answerTimeout how long an attempt may go without any response before another one is made
   */
  public LegSender(
      Legs legs,
      OutboundInterface outbound,
      OutboundDestination destinations,
      Executor connecting,
      TimeLimits time,
      Duration answerTimeout) {
    this.legs = legs;
    this.outbound = outbound;
    this.destinations = destinations;
    this.connecting = connecting;
    this.time = time;
    this.answerTimeout = answerTimeout;
  }

  /** The leg of an attempt, with a session of its own that sends from the member. */
  public CalleeLeg prepare(SipServletRequest first, TargetUri requestUri, Attempt attempt)
      throws IOException {
    SipServletRequest request = legs.second(first, requestUri.toString(), attempt.member());
    outbound.use(request.getSession(), attempt.member().listener());
    destinations.use(request, attempt.destination());
    return new CalleeLeg(attempt, request);
  }

  /** Sends the first request of a leg; the watch gets to know whether that worked, now or later. */
  public void send(CalleeLeg leg, LegWatch watch) {
    leg.request().setAttribute(OutboundDestinations.ON_TRYING, (Runnable) () -> watch.trying(leg));
    if (leg.attempt().destination().transport() == Transport.UDP) {
      sendNow(leg, watch);
      return;
    }
    try {
      connecting.execute(() -> sendNow(leg, watch));
    } catch (RejectedExecutionException full) {
      watch.unsent(leg, full);
    }
  }

  private static void sendNow(CalleeLeg leg, LegWatch watch) {
    try {
      leg.request().send();
    } catch (IOException | IllegalStateException unsent) {
      // The container wraps what its stack throws for lack of a connection in the latter.
      watch.unsent(leg, unsent);
      return;
    }
    watch.sent(leg);
  }

  /**
   * Tells when nothing has come for a leg in time, where the container lets us know of 100: without
   * that, a peer that only rings late would look dead.
   */
  public Future<?> watch(CalleeLeg leg, LegWatch watch) {
    return time.after(answerTimeout, () -> watch.silent(leg));
  }

  /**
   * What a final response says of the attempt; empty where it stands. Where the container does not
   * tell its own responses from those of peers, every 408 counts as its own.
   */
  public Optional<AttemptFailure> failure(SipServletResponse response) {
    Object own = response.getRequest().getAttribute(OutboundDestinations.FAILURE);
    int status = response.getStatus();
    boolean timeout =
        destinations.containerTakesPart()
            ? "timeout".equals(own)
            : status == SipServletResponse.SC_REQUEST_TIMEOUT;
    if (timeout) {
      return Optional.of(AttemptFailure.TIMEOUT);
    }
    return own == null ? AttemptFailure.of(status) : Optional.of(AttemptFailure.TRANSPORT_ERROR);
  }

  /** Whether {@link #watch} can tell silence from a peer that takes its time. */
  public boolean canWatch() {
    return destinations.containerTakesPart();
  }
}
