package org.sipbond.sip.call;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.decision.Refusal;
import org.sipbond.sip.leg.CalleeLeg;
import org.sipbond.sip.leg.Relay;
import org.sipbond.sip.leg.SecondLeg;
import org.sipbond.sip.message.Answers;

/** What callees say to the INVITE, and when the caller hears of it. Guarded by its call. */
final class Ringing {
  /**
   * 64*T1 of RFC 3262 §3, less what the container needs: when its own timer of 31.5 s has run out,
   * the INVITE cannot be answered any more.
   */
  private static final Duration PRACK_LIMIT = Duration.ofSeconds(31);

  private final BridgedCall call;
  private final CallLegs legs;
  private final SecondLeg second;
  private final CallProgress progress;
  private final CallTimers timers;
  private final CallLimits limits;
  private final Provisionals provisionals = new Provisionals();

  /** The session of the first 2xx, of those that forking on the callee's side may bring. */
  private Optional<String> winner = Optional.empty();

  Ringing(
      BridgedCall call,
      CallLegs legs,
      SecondLeg second,
      CallProgress progress,
      CallTimers timers,
      CallLimits limits) {
    this.call = call;
    this.legs = legs;
    this.second = second;
    this.progress = progress;
    this.timers = timers;
    this.limits = limits;
  }

  /** A 101 to 199 response. */
  void provisional(SipServletResponse response) throws IOException {
    if (second.isCurrent(response) && !provisionals.isRepeated(response)) {
      second.alive();
      timers.startOnce(
          CallTimers.Wait.ANSWER, limits.ringing(), () -> call.tooLate(Refusal.RANG_TOO_LONG));
      if (!provisionals.holds(response)) {
        progress.apply(CallEvent.PROVISIONAL, response);
      }
    }
  }

  /** A 2xx response. */
  void answer(SipServletResponse response) throws IOException {
    Optional<CalleeLeg> unwanted = unwanted(response);
    if (unwanted.isPresent()) {
      legs.dismiss(unwanted.get(), response);
    } else if (!provisionals.holds(response)) {
      answered(response);
    }
  }

  /** The leg of a 2xx that comes too late: of an attempt that is over, or of another fork. */
  private Optional<CalleeLeg> unwanted(SipServletResponse response) {
    boolean won = winner.isPresent() && !winner.get().equals(response.getSession().getId());
    return won ? second.current() : second.earlier(response);
  }

  private void answered(SipServletResponse response) throws IOException {
    winner = Optional.of(response.getSession().getId());
    legs.callee(response.getSession());
    second.answered(response.getStatus());
    legs.awaitAck(response);
    timers.stop(CallTimers.Wait.ANSWER);
    if (!limits.longest().isZero()) {
      timers.startOnce(CallTimers.Wait.END, limits.longest(), () -> call.end(CallEvent.TIME_UP));
    }
    progress.apply(CallEvent.ANSWER, response);
  }

  /** Another attempt is made, or none. */
  void failed() {
    timers.stop(CallTimers.Wait.ANSWER);
  }

  /** Sends a provisional response on, as reliably as it came where the caller takes that. */
  void relay(SipServletResponse response) throws IOException {
    legs.callee(response.getSession());
    if (!Provisionals.isReliable(response)) {
      legs.answer(response);
    } else if (!legs.callerAcknowledges()) {
      legs.relay().send(Provisionals.prack(response), legs.callee());
      legs.answerUnreliably(response);
    } else if (legs.answerReliably(response)) {
      provisionals.sent(response);
      timers.start(CallTimers.Wait.PRACK, PRACK_LIMIT, () -> call.tooLate(Refusal.NO_PRACK));
    }
  }

  /** The caller acknowledges a provisional response. */
  void prack(SipServletRequest prack) throws IOException {
    timers.stop(CallTimers.Wait.PRACK);
    Optional<SipServletResponse> response = provisionals.acknowledged();
    if (response.isEmpty()) {
      Answers.decline(prack, SipServletResponse.SC_CALL_LEG_DONE, "nothing to acknowledge");
    } else if (second.isCurrent(response.get())) {
      SipServletRequest onward = Relay.onward(prack, Provisionals.prack(response.get()));
      legs.relay().pass(onward, legs.callee(), () -> {});
    } else {
      // Of an attempt that is over; another one is being made.
      prack.createResponse(SipServletResponse.SC_OK).send();
    }
    goOn();
  }

  /** No PRACK is waited for any more: the caller has its final answer. */
  void leave() throws IOException {
    timers.stop(CallTimers.Wait.PRACK);
    provisionals.acknowledged();
    goOn();
  }

  /** What waited comes now, or finds that the caller has its answer. */
  private void goOn() throws IOException {
    Optional<SipServletResponse> next = provisionals.next();
    while (next.isPresent()) {
      if (next.get().getStatus() >= SipServletResponse.SC_OK) {
        answer(next.get());
      } else if (second.isCurrent(next.get())) {
        progress.apply(CallEvent.PROVISIONAL, next.get());
      }
      next = provisionals.next();
    }
  }
}
