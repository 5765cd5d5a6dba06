package org.sipbond.sip.exchange;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.b2bua.ExchangeEvent;
import org.sipbond.core.b2bua.ExchangeState;
import org.sipbond.core.b2bua.ExchangeStep;
import org.sipbond.core.b2bua.NonInvite;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.sip.leg.CalleeLeg;
import org.sipbond.sip.leg.LegWatch;
import org.sipbond.sip.leg.SecondLeg;
import org.sipbond.sip.leg.TimeLimits;

/**
 * One request outside of dialogs, and the same for the next hop. Every entry locks it, so that
 * responses, DNS and timers happen one after the other.
 */
final class Exchange implements LegWatch {
  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

  private final Caller caller;
  private final SecondLeg second;
  private final List<Future<?>> limits;
  private ExchangeState state = ExchangeState.LOCATING;
  private Optional<SipServletResponse> answer = Optional.empty();
  private final Owner owner;

  private Exchange(
      Caller caller, SecondLeg second, TimeLimits time, Function<Exchange, Owner> owner) {
    this.caller = caller;
    this.second = second;
    this.owner = owner.apply(this);
    this.limits =
        List.of(
            time.after(NonInvite.TRYING_AFTER, this::trying),
            time.after(NonInvite.ANSWER_WITHIN, this::late));
  }

  /** Of which only the first leg is there. */
  static Exchange open(
      Caller caller, SecondLeg second, TimeLimits time, Function<Exchange, Owner> owner) {
    Exchange exchange = new Exchange(caller, second, time, owner);
    exchange.owner.tie(caller.request().getSession());
    return exchange;
  }

  /** A response to the request of a second leg. */
  synchronized void response(SipServletResponse response) {
    if (response.getStatus() < SipServletResponse.SC_OK) {
      heard(response);
    } else if (second.isCurrent(response)) {
      finished(response);
    } else if (response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES) {
      answered(response);
    }
  }

  /** Nothing but 100 may go on (RFC 4320 §4.1), and that is hop by hop. */
  private void heard(SipServletResponse provisional) {
    if (second.isCurrent(provisional)) {
      second.alive();
    }
  }

  private void finished(SipServletResponse response) {
    if (state != ExchangeState.ENDED && second.failed(response)) {
      happened(ExchangeEvent.ATTEMPT_FAILED);
    } else {
      answered(response);
    }
  }

  private void answered(SipServletResponse response) {
    answer = Optional.of(response);
    happened(ExchangeEvent.ANSWER);
  }

  @Override
  public synchronized void located(Resolution resolution) {
    caller.trail().located(resolution);
    second.located(resolution);
    happened(ExchangeEvent.LOCATED);
  }

  @Override
  public synchronized void broken() {
    second.broken();
    happened(ExchangeEvent.REFUSED);
  }

  @Override
  public synchronized void sent(CalleeLeg leg) {
    if (second.isCurrent(leg)) {
      happened(ExchangeEvent.SENT);
      if (state == ExchangeState.WAITING) {
        second.watch(this);
      }
    }
  }

  @Override
  public synchronized void unsent(CalleeLeg leg, Exception why) {
    if (second.isCurrent(leg) && state != ExchangeState.ENDED) {
      LOG.log(
          Level.WARNING,
          "no {0} to {1}: {2}",
          leg.request().getMethod(),
          leg.attempt(),
          why.getMessage());
      second.unsent();
      happened(ExchangeEvent.ATTEMPT_FAILED);
    }
  }

  @Override
  public synchronized void trying(CalleeLeg leg) {
    if (second.isCurrent(leg)) {
      second.alive();
    }
  }

  @Override
  public synchronized void silent(CalleeLeg leg) {
    if (second.isCurrent(leg) && state == ExchangeState.WAITING && second.unheard()) {
      second.failed(AttemptFailure.TIMEOUT);
      happened(ExchangeEvent.ATTEMPT_SILENT);
    }
  }

  private synchronized void trying() {
    if (state != ExchangeState.ENDED) {
      caller.trying();
    }
  }

  private synchronized void late() {
    happened(ExchangeEvent.LATE);
  }

  private void happened(ExchangeEvent event) {
    ExchangeStep step = state.on(event);
    boolean ends = step.next() == ExchangeState.ENDED && state != ExchangeState.ENDED;
    state = step.next();
    switch (step.action()) {
      case NOTHING -> {}
      case NEXT_ATTEMPT -> nextAttempt();
      case SEND -> second.send(this);
      case RELAY -> answer.ifPresent(this::relay);
      case REFUSE -> refuse();
      case GIVE_UP -> giveUp();
    }
    if (ends) {
      TimeLimits.stop(limits);
      second.leave();
    }
  }

  private void nextAttempt() {
    Optional<CalleeLeg> leg = next();
    leg.ifPresent(one -> owner.tie(one.session()));
    happened(leg.isPresent() ? ExchangeEvent.ATTEMPT : ExchangeEvent.REFUSED);
  }

  private Optional<CalleeLeg> next() {
    try {
      return second.next();
    } catch (IOException unreadable) {
      LOG.log(Level.WARNING, "body of call " + caller.request().getCallId(), unreadable);
      second.broken();
      return Optional.empty();
    }
  }

  private void refuse() {
    second.lastFailure().ifPresentOrElse(caller::answer, () -> caller.refuse(second.refusal()));
    owner.refused();
  }

  private void relay(SipServletResponse response) {
    caller.answer(response);
    second.legOf(response).ifPresentOrElse(leg -> owner.answered(leg, response), owner::refused);
  }

  private void giveUp() {
    second.failed(AttemptFailure.TIMEOUT);
    caller.refuse(second.refusal());
    owner.refused();
  }
}
