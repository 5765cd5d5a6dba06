package org.sipbond.sip.call;

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
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.sip.leg.Attempts;
import org.sipbond.sip.leg.CalleeLeg;
import org.sipbond.sip.leg.Inviter;
import org.sipbond.sip.message.RetryAfter;

/**
 * How the second leg comes about: one attempt after the other, until one has an answer that stands.
 * Guarded by its call.
 */
final class Invitation {
  private final SipServletRequest callerInvite;
  private final TargetUri requestUri;
  private final Attempts attempts;
  private final Inviter inviter;
  private Optional<CalleeLeg> leg = Optional.empty();
  private Optional<Future<?>> watch = Optional.empty();

  /** Those that were given up; their callees may answer yet. */
  private final List<CalleeLeg> earlier = new ArrayList<>();

  /** Whether the destination of the leg has said anything, or what became of it is noted. */
  private boolean known;

  /** The answer that the last attempt failed with; empty where it failed without. */
  private Optional<SipServletResponse> lastFailure = Optional.empty();

  /**
   * @param requestUri the Request-URI of the second leg, whichever destination it is sent to
   */
  Invitation(
      SipServletRequest callerInvite, TargetUri requestUri, Attempts attempts, Inviter inviter) {
    this.callerInvite = callerInvite;
    this.requestUri = requestUri;
    this.attempts = attempts;
    this.inviter = inviter;
  }

  void located(Resolution resolution) {
    resolution.fold(
        located -> {
          attempts.located(located.destinations());
          return true;
        },
        unlocated -> {
          attempts.unlocated(unlocated.failure());
          return false;
        });
  }

  /** It cannot be said where the next hop leads. */
  void broken() {
    attempts.broken();
  }

  /** The leg of the next attempt; empty when there is none. */
  Optional<CalleeLeg> next() throws IOException {
    leg.ifPresent(earlier::add);
    leg = Optional.empty();
    Optional<Attempt> attempt = attempts.next();
    if (attempt.isPresent()) {
      known = false;
      leg = Optional.of(inviter.prepare(callerInvite, requestUri, attempt.get()));
    }
    return leg;
  }

  void send(BridgedCall call) {
    leg.ifPresent(one -> inviter.send(one, call));
  }

  /** Waits for any response to the leg, where there is something else to try. */
  void watch(BridgedCall call) {
    if (leg.isPresent() && !known && attempts.more() && inviter.canWatch()) {
      watch = Optional.of(inviter.watch(leg.get(), call));
    }
  }

  boolean isCurrent(CalleeLeg other) {
    return leg.filter(other::equals).isPresent();
  }

  /** Whether a response is for the attempt that counts. */
  boolean isCurrent(SipServletMessage message) {
    return leg.filter(one -> one.has(message)).isPresent();
  }

  /** The attempt that a response is for, where that does not count any more. */
  Optional<CalleeLeg> earlier(SipServletMessage message) {
    return earlier.stream().filter(one -> one.has(message)).findFirst();
  }

  /** Whether nothing has come from the destination, and nothing else is known of it. */
  boolean unheard() {
    return !known;
  }

  /** The destination has said something. */
  void alive() {
    if (!known) {
      leg.map(CalleeLeg::attempt).ifPresent(attempts::alive);
    }
    settle();
  }

  /** The attempt has a final answer that stands. */
  void answered(int status) {
    leg.map(CalleeLeg::attempt).ifPresent(attempt -> attempts.answered(attempt, status));
    settle();
  }

  /** The attempt got no answer, or could not be made. */
  void failed(AttemptFailure why) {
    leg.map(CalleeLeg::attempt).ifPresent(attempt -> attempts.failed(attempt, why));
    lastFailure = Optional.empty();
    settle();
  }

  /** The attempt could not be made. */
  void unsent() {
    boolean datagram =
        leg.filter(one -> one.attempt().destination().transport() == Transport.UDP).isPresent();
    failed(datagram ? AttemptFailure.TRANSPORT_ERROR : AttemptFailure.CONNECT_FAILED);
  }

  /** Notes a final answer; whether another destination may have a better one. */
  boolean failed(SipServletResponse response) {
    Optional<AttemptFailure> why = inviter.failure(response);
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

  /** The call is over. */
  void leave() {
    if (!known) {
      leg.map(CalleeLeg::attempt).ifPresent(attempts::released);
    }
    settle();
  }

  private void settle() {
    known = true;
    watch.ifPresent(waiting -> waiting.cancel(false));
    watch = Optional.empty();
  }

  /** What the last attempt failed with and can be passed on. */
  Optional<SipServletResponse> lastFailure() {
    return lastFailure;
  }

  /** What the caller is answered where there is no such response. */
  Refusal refusal() {
    return attempts.refusal();
  }
}
