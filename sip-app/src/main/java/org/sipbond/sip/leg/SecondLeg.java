package org.sipbond.sip.leg;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.attempt.RequestSize;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.sip.message.Headers;
import org.sipbond.sip.message.RetryAfter;

/**
 * How the second leg comes about: one attempt after the other, until one has an answer that stands.
 * Guarded by its {@link Usage}.
 */
public final class SecondLeg {
  private final SipServletRequest first;
  private final TargetUri requestUri;
  private final Attempts attempts;
  private final LegSender sender;
  private Optional<CalleeLeg> leg = Optional.empty();
  private Optional<Future<?>> silence = Optional.empty();

  /** Those that were given up; their callees may answer yet. */
  private final List<CalleeLeg> earlier = new ArrayList<>();

  /** Whether the destination of the leg has said anything, or what became of it is noted. */
  private boolean known;

  /** Whether the next attempt is the last one once more. */
  private boolean again;

  /** The answer that the last attempt failed with; empty where it failed without. */
  private Optional<SipServletResponse> lastFailure = Optional.empty();

  /**
   * @param first the request of the first leg
   * @param requestUri the Request-URI of the second leg, whichever destination it is sent to
   */
  public SecondLeg(
      SipServletRequest first, TargetUri requestUri, Attempts attempts, LegSender sender) {
    this.first = first;
    this.requestUri = requestUri;
    this.attempts = attempts;
    this.sender = sender;
  }

  public void located(Resolution resolution) {
    RequestSize size = Headers.estimate(first, requestUri.toString());
    resolution.fold(
        located -> {
          attempts.located(located, size);
          return true;
        },
        unlocated -> {
          attempts.unlocated(unlocated.failure());
          return false;
        });
  }

  /** It cannot be said where the next hop leads. */
  public void broken() {
    attempts.broken();
  }

  /** The leg of the next attempt; empty when there is none. */
  public Optional<CalleeLeg> next() throws IOException {
    leg.ifPresent(earlier::add);
    Optional<Attempt> attempt =
        again ? leg.map(CalleeLeg::attempt).map(attempts::again) : attempts.next();
    again = false;
    leg = Optional.empty();
    if (attempt.isPresent()) {
      known = false;
      leg = Optional.of(sender.prepare(first, requestUri, attempt.get()));
    }
    return leg;
  }

  public void send(LegWatch watch) {
    leg.ifPresent(one -> sender.send(one, watch));
  }

  /** Waits for any response to the leg, where there is something else to try. */
  public void watch(LegWatch watch) {
    if (leg.isPresent() && !known && attempts.more() && sender.canWatch()) {
      silence = Optional.of(sender.watch(leg.get(), watch));
    }
  }

  public boolean isCurrent(CalleeLeg other) {
    return leg.filter(other::equals).isPresent();
  }

  /** The leg of the attempt that counts. */
  public Optional<CalleeLeg> current() {
    return leg;
  }

  /** Whether a response is for the attempt that counts. */
  public boolean isCurrent(SipServletMessage message) {
    return leg.filter(one -> one.has(message)).isPresent();
  }

  /** The attempt that a response is for, where that does not count any more. */
  public Optional<CalleeLeg> earlier(SipServletMessage message) {
    return earlier.stream().filter(one -> one.has(message)).findFirst();
  }

  /** The attempt that a message came on, whether it counts or not. */
  public Optional<CalleeLeg> legOf(SipServletMessage message) {
    return leg.filter(one -> one.has(message)).or(() -> earlier(message));
  }

  /** Whether nothing has come from the destination, and nothing else is known of it. */
  public boolean unheard() {
    return !known;
  }

  /** The destination has said something. */
  public void alive() {
    if (!known) {
      leg.map(CalleeLeg::attempt).ifPresent(attempts::alive);
    }
    settle();
  }

  /** The attempt has a final answer that stands. */
  public void answered(int status) {
    leg.map(CalleeLeg::attempt).ifPresent(attempt -> attempts.answered(attempt, status));
    settle();
  }

  /** The attempt got no answer, or could not be made. */
  public void failed(AttemptFailure why) {
    leg.map(CalleeLeg::attempt).ifPresent(attempt -> attempts.failed(attempt, why));
    lastFailure = Optional.empty();
    settle();
  }

  /** The attempt could not be made. */
  public void unsent() {
    boolean datagram =
        leg.filter(one -> one.attempt().destination().transport() == Transport.UDP).isPresent();
    failed(datagram ? AttemptFailure.TRANSPORT_ERROR : AttemptFailure.CONNECT_FAILED);
  }

  /** Notes a final answer; whether another destination may have a better one. */
  public boolean failed(SipServletResponse response) {
    Optional<AttemptFailure> why = sender.failure(response);
    if (why.isEmpty()) {
      answered(response.getStatus());
      return false;
    }
    Optional<Duration> retryAfter = RetryAfter.of(response);
    Attempt attempt = leg.orElseThrow().attempt();
    retryAfter.ifPresentOrElse(
        last -> attempts.failed(attempt, why.get(), last),
        () -> attempts.failed(attempt, why.get()));
    lastFailure = Optional.of(response);
    settle();
    return true;
  }

  /** The callee wants to be asked in another way: the next attempt is the same one. */
  public void again(int status) {
    answered(status);
    again = true;
  }

  /** It is over. */
  public void leave() {
    if (!known) {
      leg.map(CalleeLeg::attempt).ifPresent(attempts::released);
    }
    settle();
  }

  private void settle() {
    known = true;
    silence.ifPresent(waiting -> waiting.cancel(false));
    silence = Optional.empty();
  }

  /** What the last attempt failed with and can be passed on. */
  public Optional<SipServletResponse> lastFailure() {
    return lastFailure;
  }

  /** What the caller is answered where there is no such response. */
  public Refusal refusal() {
    return attempts.refusal();
  }
}
