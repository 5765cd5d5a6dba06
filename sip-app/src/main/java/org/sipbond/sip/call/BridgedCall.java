package org.sipbond.sip.call;

import java.io.IOException;
import java.lang.System.Logger.Level;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.b2bua.CallState;
import org.sipbond.core.b2bua.Party;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.sip.leg.CalleeLeg;
import org.sipbond.sip.leg.LegWatch;
import org.sipbond.sip.leg.SecondLeg;
import org.sipbond.sip.leg.Usage;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.observe.CallTrail;

/**
 * One call: two legs and the state of the INVITE that made them. Every entry locks the call, so
 * that events of both legs, of DNS and of timers happen one after the other.
 */
public final class BridgedCall implements Usage, LegWatch {
  private static final System.Logger LOG = System.getLogger(BridgedCall.class.getName());

  private final CallLegs legs;
  private final SecondLeg second;
  private final CallTrail trail;
  private final SessionTimers sessions;
  private final CallProgress progress;
  private final Ringing ringing;
  private final Passage passage;

  private BridgedCall(
      CallLegs legs,
      SecondLeg second,
      CallTimers timers,
      CallLimits limits,
      CallTrail trail,
      Runnable whenEnded) {
    this.legs = legs;
    this.second = second;
    this.trail = trail;
    this.sessions = new SessionTimers(this, legs, timers, limits);
    this.progress = new CallProgress(this, legs, second, trail, sessions, whenEnded);
    this.ringing = new Ringing(this, legs, second, progress, timers, limits);
    this.passage = new Passage(this, legs, progress, sessions);
  }

  /**
   * A call of which only the first leg is there.
   *
   * @param whenEnded runs once, when the call is over
   */
  static BridgedCall open(
      CallLegs legs,
      SecondLeg second,
      CallTimers timers,
      CallLimits limits,
      CallTrail trail,
      Runnable whenEnded) {
    Runnable atItsEnd =
        () -> {
          timers.stop();
          whenEnded.run();
        };
    BridgedCall call = new BridgedCall(legs, second, timers, limits, trail, atItsEnd);
    call.tie(legs.caller().session());
    return call;
  }

  @Override
  public void request(SipServletRequest request) throws IOException {
    switch (request.getMethod()) {
      case "ACK" -> ack(request);
      case "BYE" -> bye(request);
      case "CANCEL" -> cancel(request);
      case "PRACK" -> prack(request);
      default -> passage.request(request);
    }
  }

  @Override
  public void response(SipServletResponse response) throws IOException {
    int status = response.getStatus();
    if (!answersFirstInvite(response)) {
      passage.response(response);
    } else if (status >= SipServletResponse.SC_MULTIPLE_CHOICES) {
      failure(response);
    } else if (status >= SipServletResponse.SC_OK) {
      answer(response);
    } else if (status > SipServletResponse.SC_TRYING) {
      provisional(response);
    }
  }

  /** Whether a response is for the INVITE that made the second leg. */
  private static boolean answersFirstInvite(SipServletResponse response) {
    return response.getRequest().isInitial() && "INVITE".equals(response.getMethod());
  }

  /** An operator wants the call to end. */
  synchronized void terminate() {
    CallState before = progress.state();
    progress.aside(CallEvent.ORDER, legs.invite());
    if (progress.state() != before) {
      leaveRinging();
      passage.abandon();
    }
  }

  @Override
  public synchronized void located(Resolution resolution) {
    trail.located(resolution);
    if (progress.state() == CallState.LOCATING) {
      second.located(resolution);
      progress.aside(CallEvent.LOCATED, legs.invite());
    }
  }

  @Override
  public synchronized void broken() {
    second.broken();
    progress.aside(CallEvent.REFUSED, legs.invite());
  }

  @Override
  public synchronized void sent(CalleeLeg leg) {
    if (second.isCurrent(leg)) {
      progress.aside(CallEvent.SENT, leg.request());
      if (progress.state() == CallState.CALLING) {
        second.watch(this);
      }
    }
  }

  @Override
  public synchronized void unsent(CalleeLeg leg, Exception why) {
    if (second.isCurrent(leg)) {
      LOG.log(Level.WARNING, "no INVITE to {0}: {1}", leg.attempt(), why.getMessage());
      second.unsent();
      progress.aside(CallEvent.ATTEMPT_FAILED, leg.request());
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
    if (second.isCurrent(leg) && progress.state() == CallState.CALLING && second.unheard()) {
      second.failed(AttemptFailure.TIMEOUT);
      progress.aside(CallEvent.ATTEMPT_SILENT, leg.request());
    }
  }

  private synchronized void provisional(SipServletResponse response) throws IOException {
    ringing.provisional(response);
  }

  /** Sends a provisional response on to the caller. */
  void relayProvisional(SipServletResponse response) throws IOException {
    sessions.answered(response, legs.invite());
    ringing.relay(response);
  }

  private synchronized void answer(SipServletResponse response) throws IOException {
    ringing.answer(response);
  }

  private synchronized void prack(SipServletRequest prack) throws IOException {
    if (legs.isCaller(prack)) {
      ringing.prack(prack);
    } else {
      Answers.decline(prack, SipServletResponse.SC_CALL_LEG_DONE, "nothing to acknowledge");
    }
  }

  /** Something may be due on a leg. */
  synchronized void due(Party party) {
    sessions.due(party).ifPresent(task -> passage.due(party, task));
  }

  /** Ends a call that has been answered, unless it is over. */
  synchronized void end(CallEvent why) {
    CallState before = progress.state();
    progress.aside(why, legs.invite());
    if (progress.state() != before) {
      trail.ended(why);
      passage.abandon();
    }
  }

  /** The call has waited for too long. */
  synchronized void tooLate(Refusal why) {
    progress.tooLate(why);
    leaveRinging();
  }

  private void leaveRinging() {
    try {
      ringing.leave();
    } catch (IOException unsent) {
      LOG.log(Level.WARNING, "call " + legs.caller().session().getCallId(), unsent);
    }
  }

  private synchronized void failure(SipServletResponse response) throws IOException {
    if (second.isCurrent(response)) {
      boolean another = failed(response);
      ringing.failed();
      progress.apply(another ? CallEvent.ATTEMPT_FAILED : CallEvent.FAILURE, response);
    }
  }

  /** Notes a final answer; whether there is another attempt, be it the same with a longer timer. */
  private boolean failed(SipServletResponse response) {
    if (sessions.asksAgain(response)) {
      second.again(response.getStatus());
      return true;
    }
    return second.failed(response);
  }

  private synchronized void cancel(SipServletRequest cancel) throws IOException {
    progress.apply(CallEvent.CANCEL, cancel);
    if (progress.state() != CallState.ESTABLISHED) {
      ringing.leave();
    }
    passage.cancelled(cancel);
  }

  private synchronized void ack(SipServletRequest ack) throws IOException {
    sessions.acknowledged(ack);
    if (legs.isCaller(ack) && progress.state() != CallState.ESTABLISHED) {
      progress.apply(CallEvent.ACK, ack);
    } else {
      legs.acknowledge(legs.other(ack), ack);
      passage.acknowledged(ack);
    }
  }

  synchronized void missingAck(SipServletMessage response) throws IOException {
    progress.apply(CallEvent.NO_ACK, response);
  }

  private synchronized void bye(SipServletRequest bye) throws IOException {
    try {
      progress.apply(legs.isCaller(bye) ? CallEvent.CALLER_BYE : CallEvent.CALLEE_BYE, bye);
      ringing.leave();
      if (progress.state() == CallState.ENDED) {
        passage.leave();
      }
    } finally {
      // Last, because the container may end the session at once when a BYE is answered over TCP.
      goodbye(bye);
    }
  }

  /** A peer that closed its connection after BYE cannot be answered, and does not wait for it. */
  private static void goodbye(SipServletRequest bye) {
    try {
      bye.createResponse(SipServletResponse.SC_OK).send();
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "sender of BYE is gone", gone);
    }
  }
}
