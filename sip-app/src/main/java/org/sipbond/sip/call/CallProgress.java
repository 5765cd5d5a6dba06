package org.sipbond.sip.call;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.CallAction;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.b2bua.CallState;
import org.sipbond.core.b2bua.CallStep;
import org.sipbond.core.decision.Refusal;
import org.sipbond.sip.leg.CalleeLeg;
import org.sipbond.sip.leg.SecondLeg;
import org.sipbond.sip.observe.CallTrail;

/** Where a call stands, and what is done when something happens. Guarded by its call. */
final class CallProgress {
  private static final System.Logger LOG = System.getLogger(CallProgress.class.getName());

  private final BridgedCall call;
  private final CallLegs legs;
  private final SecondLeg second;
  private final CallTrail trail;
  private final SessionTimers sessions;
  private final Runnable whenEnded;
  private CallState state = CallState.LOCATING;
  private Optional<Refusal> late = Optional.empty();

  CallProgress(
      BridgedCall call,
      CallLegs legs,
      SecondLeg second,
      CallTrail trail,
      SessionTimers sessions,
      Runnable whenEnded) {
    this.call = call;
    this.legs = legs;
    this.second = second;
    this.trail = trail;
    this.sessions = sessions;
    this.whenEnded = whenEnded;
  }

  CallState state() {
    return state;
  }

  /** An event that no thread of the container brings: there is nobody to throw to. */
  void aside(CallEvent event, SipServletMessage cause) {
    try {
      apply(event, cause);
    } catch (IOException unsent) {
      LOG.log(Level.WARNING, "call " + legs.caller().session().getCallId(), unsent);
    }
  }

  /** Does what follows from an event; {@code cause} is the message that brought it. */
  void apply(CallEvent event, SipServletMessage cause) throws IOException {
    CallStep step = state.on(event);
    if (step.next() != state || !step.actions().isEmpty()) {
      trail.happened(event);
    }
    boolean ends = step.next() == CallState.ENDED && state != CallState.ENDED;
    state = step.next();
    try {
      performAll(step.actions(), cause);
    } finally {
      if (ends) {
        end();
      }
    }
  }

  /** One leg's failure keeps nothing from the other leg. */
  private void performAll(List<CallAction> actions, SipServletMessage cause) throws IOException {
    if (!actions.isEmpty()) {
      try {
        perform(actions.get(0), cause);
      } finally {
        performAll(actions.subList(1, actions.size()), cause);
      }
    }
  }

  private void perform(CallAction action, SipServletMessage cause) throws IOException {
    switch (action) {
      case NEXT_ATTEMPT -> nextAttempt();
      case INVITE_CALLEE -> second.send(call);
      case REFUSE_CALLER -> refuse();
      case RELAY_PROVISIONAL -> call.relayProvisional((SipServletResponse) cause);
      case RELAY_FAILURE -> legs.answer((SipServletResponse) cause);
      case RELAY_ANSWER -> relayAnswer((SipServletResponse) cause);
      case TERMINATE_CALLER -> legs.terminate();
      case CANCEL_CALLEE -> legs.cancel();
      case ACK_CALLEE -> legs.acknowledge(legs.callee(), cause);
      case BYE_CALLEE -> legs.bye(legs.callee());
      case BYE_CALLER -> legs.bye(legs.caller());
    }
  }

  /** Whatever becomes of it, the caller is answered. */
  private void nextAttempt() throws IOException {
    Optional<CalleeLeg> leg = Optional.empty();
    try {
      leg = second.next();
      leg.ifPresent(this::callee);
    } finally {
      apply(leg.isPresent() ? CallEvent.ATTEMPT : CallEvent.REFUSED, legs.invite());
    }
  }

  private void callee(CalleeLeg leg) {
    call.tie(leg.session());
    trail.invited(leg.session().getCallId());
    legs.callee(leg);
    sessions.invited(leg.request());
  }

  /** The call has waited for too long; the caller is refused so, where it has no answer yet. */
  void tooLate(Refusal why) {
    late = Optional.of(why);
    aside(CallEvent.TOO_LATE, legs.invite());
  }

  private void refuse() throws IOException {
    Optional<SipServletResponse> last = second.lastFailure();
    if (late.isPresent()) {
      trail.refused(late.get());
      legs.refuse(late.get());
    } else if (last.isPresent()) {
      legs.answer(last.get());
    } else {
      trail.refused(second.refusal());
      legs.refuse(second.refusal());
    }
  }

  private void relayAnswer(SipServletResponse answer) throws IOException {
    boolean relayed = false;
    try {
      sessions.answered(answer, legs.invite());
      relayed = legs.answer(answer, sessions::finish);
    } finally {
      if (relayed) {
        trail.passedOn(answer.getStatus());
        sessions.start();
      } else {
        apply(CallEvent.UNWANTED_ANSWER, answer);
      }
    }
  }

  private void end() {
    second.leave();
    legs.leave();
    whenEnded.run();
  }
}
