package org.sipbond.sip.servlet;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.b2bua.CallAction;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.b2bua.CallState;
import org.sipbond.core.b2bua.CallStep;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.sip.observe.CallTrail;

/**
 * One call: two legs and the state of the INVITE that made them. Every entry locks the call, so
 * that events of both legs, of DNS and of timers happen one after the other.
 */
final class BridgedCall {
  private static final String KEY = "org.sipbond.call";
  private static final System.Logger LOG = System.getLogger(BridgedCall.class.getName());

  private final CallLegs legs;
  private final Invitation invitation;
  private final CallTrail trail;
  private final Runnable whenEnded;
  private CallState state = CallState.LOCATING;

  private BridgedCall(CallLegs legs, Invitation invitation, CallTrail trail, Runnable whenEnded) {
    this.legs = legs;
    this.invitation = invitation;
    this.trail = trail;
    this.whenEnded = whenEnded;
  }

  /**
   * A call of which only the first leg is there.
   *
   * @param whenEnded runs once, when the call is over
   */
  static BridgedCall open(
      CallLegs legs, Invitation invitation, CallTrail trail, Runnable whenEnded) {
    BridgedCall call = new BridgedCall(legs, invitation, trail, whenEnded);
    legs.caller().session().setAttribute(KEY, call);
    return call;
  }

  /** The call that a message belongs to; empty when it belongs to none. */
  static Optional<BridgedCall> of(SipServletMessage message) {
    SipSession session = message.getSession(false);
    return session == null || !session.isValid()
        ? Optional.empty()
        : Optional.ofNullable((BridgedCall) session.getAttribute(KEY));
  }

  /** It is known where the next hop leads, or that it leads nowhere. */
  synchronized void located(Resolution resolution) {
    trail.located(resolution);
    if (state == CallState.LOCATING) {
      invitation.located(resolution);
      aside(CallEvent.LOCATED, legs.invite());
    }
  }

  /** Locating went wrong in a way that should never be; ends the call if it has not gone on. */
  synchronized void broken() {
    invitation.broken();
    aside(CallEvent.REFUSED, legs.invite());
  }

  /** The INVITE of the leg is on its way. */
  synchronized void sent(CalleeLeg leg) {
    if (invitation.isCurrent(leg)) {
      aside(CallEvent.SENT, leg.invite());
      if (state == CallState.CALLING) {
        invitation.watch(this);
      }
    }
  }

  /** The INVITE of the leg could not be sent. */
  synchronized void unsent(CalleeLeg leg, Exception why) {
    if (invitation.isCurrent(leg)) {
      LOG.log(Level.WARNING, "no INVITE to {0}: {1}", leg.attempt(), why.getMessage());
      invitation.unsent();
      aside(CallEvent.ATTEMPT_FAILED, leg.invite());
    }
  }

  /** A provisional response came for the leg, if only 100. */
  synchronized void trying(CalleeLeg leg) {
    if (invitation.isCurrent(leg)) {
      invitation.alive();
    }
  }

  /** Nothing came for the leg for long, and there is another destination. */
  synchronized void silent(CalleeLeg leg) {
    if (invitation.isCurrent(leg) && state == CallState.CALLING && invitation.unheard()) {
      invitation.failed(AttemptFailure.TIMEOUT);
      aside(CallEvent.ATTEMPT_SILENT, leg.invite());
    }
  }

  synchronized void provisional(SipServletResponse response) throws IOException {
    if (invitation.isCurrent(response)) {
      invitation.alive();
      apply(CallEvent.PROVISIONAL, response);
    }
  }

  synchronized void answer(SipServletResponse response) throws IOException {
    Optional<CalleeLeg> stale = invitation.earlier(response);
    if (stale.isPresent()) {
      legs.dismiss(stale.get(), response);
    } else {
      invitation.answered(response.getStatus());
      legs.awaitAck(response);
      apply(CallEvent.ANSWER, response);
    }
  }

  synchronized void failure(SipServletResponse response) throws IOException {
    if (invitation.isCurrent(response)) {
      boolean another = invitation.failed(response);
      apply(another ? CallEvent.ATTEMPT_FAILED : CallEvent.FAILURE, response);
    }
  }

  synchronized void cancel(SipServletRequest cancel) throws IOException {
    apply(CallEvent.CANCEL, cancel);
  }

  synchronized void ack(SipServletRequest ack) throws IOException {
    if (legs.isCaller(ack) && state != CallState.ESTABLISHED) {
      apply(CallEvent.ACK, ack);
    } else {
      legs.acknowledge(legs.other(ack), ack);
    }
  }

  synchronized void missingAck(SipServletMessage response) throws IOException {
    apply(CallEvent.NO_ACK, response);
  }

  synchronized void bye(SipServletRequest bye) throws IOException {
    try {
      apply(legs.isCaller(bye) ? CallEvent.CALLER_BYE : CallEvent.CALLEE_BYE, bye);
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

  /** Passes any other request of the dialog to the other leg. */
  synchronized void relay(SipServletRequest request) throws IOException {
    legs.relay(request);
  }

  /** Passes the response to a relayed request back. */
  synchronized void relayed(SipServletResponse response) throws IOException {
    legs.relayed(response);
  }

  /** An event that no thread of the container brings: there is nobody to throw to. */
  private void aside(CallEvent event, SipServletMessage cause) {
    try {
      apply(event, cause);
    } catch (IOException unsent) {
      LOG.log(Level.WARNING, "call " + legs.caller().session().getCallId(), unsent);
    }
  }

  private void apply(CallEvent event, SipServletMessage cause) throws IOException {
    CallStep step = state.on(event);
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
      case INVITE_CALLEE -> invitation.send(this);
      case REFUSE_CALLER -> refuse();
      case RELAY_PROVISIONAL, RELAY_FAILURE -> legs.answer((SipServletResponse) cause);
      case RELAY_ANSWER -> relayAnswer((SipServletResponse) cause);
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
      leg = invitation.next();
      leg.ifPresent(this::callee);
    } finally {
      apply(leg.isPresent() ? CallEvent.ATTEMPT : CallEvent.REFUSED, legs.invite());
    }
  }

  private void callee(CalleeLeg leg) {
    leg.session().setAttribute(KEY, this);
    legs.callee(leg);
  }

  private void refuse() throws IOException {
    Optional<SipServletResponse> last = invitation.lastFailure();
    if (last.isPresent()) {
      legs.answer(last.get());
    } else {
      trail.refused(invitation.refusal());
      legs.refuse(invitation.refusal());
    }
  }

  private void relayAnswer(SipServletResponse answer) throws IOException {
    boolean relayed = false;
    try {
      relayed = legs.answer(answer);
    } finally {
      if (!relayed) {
        apply(CallEvent.UNWANTED_ANSWER, answer);
      }
    }
  }

  private void end() {
    invitation.leave();
    legs.leave();
    whenEnded.run();
  }
}
