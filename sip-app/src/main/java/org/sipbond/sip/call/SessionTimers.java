package org.sipbond.sip.call;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.LegTiming;
import org.sipbond.core.b2bua.Party;
import org.sipbond.sip.leg.TimeLimits;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.Description;
import org.sipbond.sip.message.SessionHeaders;

/**
 * The session timers and keepalives of both legs: what is told to each, and what wakes the call.
 * Guarded by its call. See RFC 4028.
 */
final class SessionTimers {
  /** Requests whose bodies, and those of their responses, describe sessions. */
  private static final Set<String> DESCRIBING = Set.of("INVITE", "UPDATE", "PRACK", "ACK");

  private final BridgedCall call;
  private final CallLegs legs;
  private final CallTimers timers;
  private final LegTimer caller;
  private final LegTimer callee;
  private boolean running;

  SessionTimers(BridgedCall call, CallLegs legs, CallTimers timers, CallLimits limits) {
    this.call = call;
    this.legs = legs;
    this.timers = timers;
    this.caller = new LegTimer(limits);
    this.callee = new LegTimer(limits);
    caller.session().heard(legs.invite());
  }

  LegTimer of(Party party) {
    return party == Party.CALLER ? caller : callee;
  }

  private LegTimer of(SipServletMessage message) {
    return of(legs.party(message));
  }

  /** Whether the call is answered. */
  boolean running() {
    return running;
  }

  /** The INVITE of a second leg is made: it asks for a timer. */
  void invited(SipServletRequest invite) {
    callee.session().begins();
    callee.ask(invite);
  }

  /** Whether a peer refused only the session interval, and is to be asked for a longer one. */
  boolean asksAgain(SipServletResponse refusal) {
    return refusal.getStatus() == Answers.INTERVAL_TOO_SMALL
        && SessionHeaders.refreshes(refusal.getMethod())
        && of(refusal).raise(refusal);
  }

  /** A request within the call is passed on: it asks its new peer for the timer of that leg. */
  void passed(SipServletRequest onward) {
    if (running && SessionHeaders.refreshes(onward.getMethod())) {
      of(onward).ask(onward);
    }
  }

  /** A message of a peer says what methods that takes. */
  void heard(SipServletMessage message) {
    of(message).session().heard(message);
  }

  /** A response to a request of the other side came, and says how the sessions are described. */
  void answered(SipServletResponse response, SipServletRequest origin) throws IOException {
    heard(response);
    if (response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES) {
      Party party = legs.party(response);
      if (response.getStatus() >= SipServletResponse.SC_OK) {
        if (isTimed(response)) {
          of(party).accepted(response);
        }
        describes(origin, party.other());
      }
      describes(response, party);
      arm(party);
    }
  }

  /** An ACK came, with a description where the INVITE had none. */
  void acknowledged(SipServletRequest ack) throws IOException {
    describes(ack, legs.party(ack));
  }

  /** A body came from that party; the other one was sent it. */
  private void describes(SipServletMessage message, Party from) throws IOException {
    if (DESCRIBING.contains(message.getMethod())) {
      Optional<Description> body = Description.of(message);
      of(from).session().received(body);
      of(from.other()).session().sent(body);
    }
  }

  /** A response is about to be sent on to who asked; a 2xx grants the timer of that leg. */
  void finish(SipServletResponse onward) {
    boolean success =
        onward.getStatus() >= SipServletResponse.SC_OK
            && onward.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES;
    if (success && isTimed(onward)) {
      Party party = legs.party(onward);
      of(party).grant(onward.getRequest(), onward);
      arm(party);
    }
  }

  /** An UPDATE of an early dialog agrees on nothing: the INVITE that is under way does. */
  private boolean isTimed(SipServletResponse response) {
    return SessionHeaders.refreshes(response.getMethod())
        && (running || response.getRequest().isInitial());
  }

  /** The call is answered: the clocks run. */
  void start() {
    running = true;
    arm(Party.CALLER);
    arm(Party.CALLEE);
  }

  /** The peer has answered what was due; a 2xx to a refresh says for how long that holds. */
  void refreshed(SipServletResponse response) {
    Party party = legs.party(response);
    heard(response);
    if (SessionHeaders.refreshes(response.getMethod())
        && response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES) {
      of(party).accepted(response);
    } else {
      of(party).alive();
    }
    arm(party);
  }

  /** Nothing is done on a leg before that, except that its session ends. */
  void pause(Party party, Duration pause) {
    of(party).later(TimeLimits.now().plus(pause));
    arm(party);
  }

  private void arm(Party party) {
    CallTimers.Wait wait =
        party == Party.CALLER ? CallTimers.Wait.CALLER_LEG : CallTimers.Wait.CALLEE_LEG;
    timers.stop(wait);
    if (running) {
      of(party)
          .timing()
          .due()
          .ifPresent(due -> timers.startUntil(wait, due.at(), () -> call.due(party)));
    }
  }

  /** What is due on a leg by now; empty where the timer was overtaken, which sets another one. */
  Optional<LegTiming.Task> due(Party party) {
    Optional<LegTiming.Due> due = of(party).timing().due();
    boolean early = due.filter(one -> one.at().isAfter(TimeLimits.now())).isPresent();
    if (early) {
      arm(party);
    }
    return early ? Optional.empty() : due.map(LegTiming.Due::task);
  }
}
