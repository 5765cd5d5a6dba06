package org.sipbond.sip.servlet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.sipbond.core.b2bua.CallAction;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.b2bua.CallState;
import org.sipbond.core.b2bua.CallStep;

/**
 * One call: two legs and the state of the INVITE that made them. Every entry locks the call, so
 * that events of both legs happen one after the other.
 */
final class BridgedCall {
  private static final String KEY = "org.sipbond.call";
  private static final System.Logger LOG = System.getLogger(BridgedCall.class.getName());

  private final CallLegs legs;
  private final Runnable whenEnded;
  private CallState state = CallState.CALLING;

  private BridgedCall(CallLegs legs, Runnable whenEnded) {
    this.legs = legs;
    this.whenEnded = whenEnded;
  }

  /**
   * Ties both sessions to a new call.
   *
   * @param whenEnded runs once, when the call is over
   */
  static BridgedCall tie(CallLegs legs, Runnable whenEnded) {
    BridgedCall call = new BridgedCall(legs, whenEnded);
    legs.attach(KEY, call);
    return call;
  }

  /** The call that a message belongs to; empty when it belongs to none. */
  static Optional<BridgedCall> of(SipServletMessage message) {
    SipSession session = message.getSession(false);
    return session == null || !session.isValid()
        ? Optional.empty()
        : Optional.ofNullable((BridgedCall) session.getAttribute(KEY));
  }

  /** Sends the INVITE of the second leg. */
  synchronized void start() throws IOException {
    legs.invite();
  }

  /** Ends the call before it began: the second leg could not be sent, the first is answered. */
  synchronized void abandon() {
    state = CallState.ENDED;
    end();
  }

  synchronized void provisional(SipServletResponse response) throws IOException {
    apply(CallEvent.PROVISIONAL, response);
  }

  synchronized void answer(SipServletResponse response) throws IOException {
    legs.awaitAck(response);
    apply(CallEvent.ANSWER, response);
  }

  synchronized void failure(SipServletResponse response) throws IOException {
    apply(CallEvent.FAILURE, response);
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
      LOG.log(System.Logger.Level.DEBUG, "sender of BYE is gone", gone);
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
      case RELAY_PROVISIONAL, RELAY_FAILURE -> legs.answer((SipServletResponse) cause);
      case RELAY_ANSWER -> relayAnswer((SipServletResponse) cause);
      case CANCEL_CALLEE -> legs.cancel();
      case ACK_CALLEE -> legs.acknowledge(legs.callee(), cause);
      case BYE_CALLEE -> CallLegs.bye(legs.callee());
      case BYE_CALLER -> CallLegs.bye(legs.caller());
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
    legs.leave();
    whenEnded.run();
  }
}
