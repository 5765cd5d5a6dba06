package org.sipbond.sip.servlet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.sipbond.core.b2bua.CallAction;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.b2bua.CallState;
import org.sipbond.core.b2bua.CallStep;
import org.sipbond.sip.message.Farewell;
import org.sipbond.sip.message.Headers;

/**
 * One call: two legs and the state of the INVITE that made them. Every entry locks the call, so
 * that events of both legs happen one after the other.
 */
final class BridgedCall {
  private static final String KEY = "org.sipbond.call";

  private final SipServletRequest callerInvite;
  private final SipServletRequest calleeInvite;
  private final Runnable whenEnded;

  /** 2xx responses to INVITE that wait for the other leg's ACK, by the session they came on. */
  private final Map<String, SipServletResponse> unacknowledged = new HashMap<>();

  private CallState state = CallState.CALLING;

  private BridgedCall(
      SipServletRequest callerInvite, SipServletRequest calleeInvite, Runnable whenEnded) {
    this.callerInvite = callerInvite;
    this.calleeInvite = calleeInvite;
    this.whenEnded = whenEnded;
  }

  /**
   * Ties both sessions to a new call.
   *
   * @param whenEnded runs once, when the call is over
   */
  static BridgedCall tie(
      SipServletRequest callerInvite, SipServletRequest calleeInvite, Runnable whenEnded) {
    BridgedCall call = new BridgedCall(callerInvite, calleeInvite, whenEnded);
    callerInvite.getSession().setAttribute(KEY, call);
    calleeInvite.getSession().setAttribute(KEY, call);
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
    calleeInvite.send();
  }

  /** Ends the call before it began: the second leg could not be sent, the first is answered. */
  synchronized void abandon() {
    state = CallState.ENDED;
    end();
  }

  private void end() {
    Farewell.to(callerInvite.getApplicationSession());
    whenEnded.run();
  }

  synchronized void provisional(SipServletResponse response) throws IOException {
    apply(CallEvent.PROVISIONAL, response);
  }

  synchronized void answer(SipServletResponse response) throws IOException {
    unacknowledged.put(response.getSession().getId(), response);
    try {
      apply(CallEvent.ANSWER, response);
    } catch (IllegalStateException answered) {
      // The container answers a CANCEL with 487 before it tells us of it.
      apply(CallEvent.UNWANTED_ANSWER, response);
    }
  }

  synchronized void failure(SipServletResponse response) throws IOException {
    apply(CallEvent.FAILURE, response);
  }

  synchronized void cancel(SipServletRequest cancel) throws IOException {
    apply(CallEvent.CANCEL, cancel);
  }

  synchronized void ack(SipServletRequest ack) throws IOException {
    if (isCaller(ack) && state != CallState.ESTABLISHED) {
      apply(CallEvent.ACK, ack);
    } else {
      acknowledge(other(ack), ack);
    }
  }

  synchronized void missingAck(SipServletMessage response) throws IOException {
    apply(CallEvent.NO_ACK, response);
  }

  synchronized void bye(SipServletRequest bye) throws IOException {
    bye.createResponse(SipServletResponse.SC_OK).send();
    apply(isCaller(bye) ? CallEvent.CALLER_BYE : CallEvent.CALLEE_BYE, bye);
  }

  /** Passes any other request of the dialog to the other leg. */
  synchronized void relay(SipServletRequest request) throws IOException {
    SipServletRequest onward = other(request).createRequest(request.getMethod());
    Headers.copy(request, onward);
    onward.setAttribute(KEY, request);
    onward.send();
  }

  /** Passes the response to a relayed request back; remembers a 2xx that needs an ACK. */
  synchronized void relayed(SipServletResponse response) throws IOException {
    SipServletRequest origin = (SipServletRequest) response.getRequest().getAttribute(KEY);
    boolean needsAck = isInviteSuccess(response);
    if (needsAck) {
      unacknowledged.put(response.getSession().getId(), response);
    }
    if (origin == null || origin.isCommitted()) {
      // The origin was cancelled meanwhile: nobody will send the ACK that this 2xx needs.
      if (needsAck) {
        acknowledge(response.getSession(), response.getRequest());
      }
      return;
    }
    sendOn(response, origin);
  }

  private void apply(CallEvent event, SipServletMessage cause) throws IOException {
    CallStep step = state.on(event);
    boolean ends = step.next() == CallState.ENDED && state != CallState.ENDED;
    state = step.next();
    try {
      for (CallAction action : step.actions()) {
        perform(action, cause);
      }
    } finally {
      if (ends) {
        end();
      }
    }
  }

  private void perform(CallAction action, SipServletMessage cause) throws IOException {
    switch (action) {
      case RELAY_ANSWER -> sendOn((SipServletResponse) cause, callerInvite);
      case RELAY_PROVISIONAL, RELAY_FAILURE -> sendOnUnlessAnswered((SipServletResponse) cause);
      case CANCEL_CALLEE -> calleeInvite.createCancel().send();
      case ACK_CALLEE -> acknowledge(calleeInvite.getSession(), cause);
      case BYE_CALLEE -> calleeInvite.getSession().createRequest("BYE").send();
      case BYE_CALLER -> callerInvite.getSession().createRequest("BYE").send();
    }
  }

  /** Drops what comes after the container's own answer to a CANCEL. */
  private void sendOnUnlessAnswered(SipServletResponse response) throws IOException {
    if (!callerInvite.isCommitted()) {
      sendOn(response, callerInvite);
    }
  }

  private static void sendOn(SipServletResponse response, SipServletRequest origin)
      throws IOException {
    SipServletResponse onward =
        origin.createResponse(response.getStatus(), response.getReasonPhrase());
    Headers.copy(response, onward);
    onward.send();
  }

  /** Sends the ACK that a leg still waits for; with the body of the other leg's ACK. */
  private void acknowledge(SipSession leg, SipServletMessage cause) throws IOException {
    SipServletResponse response = unacknowledged.remove(leg.getId());
    if (response != null) {
      SipServletRequest ack = response.createAck();
      if (cause instanceof SipServletRequest request && "ACK".equals(request.getMethod())) {
        Headers.copyBody(request, ack);
      }
      ack.send();
    }
  }

  private static boolean isInviteSuccess(SipServletResponse response) {
    return "INVITE".equals(response.getMethod())
        && response.getStatus() >= SipServletResponse.SC_OK
        && response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES;
  }

  private boolean isCaller(SipServletMessage message) {
    return message.getSession().getId().equals(callerInvite.getSession().getId());
  }

  private SipSession other(SipServletMessage message) {
    return isCaller(message) ? calleeInvite.getSession() : callerInvite.getSession();
  }

  /** Whether {@code response} answers the INVITE that made the second leg. */
  boolean answersFirstInvite(SipServletResponse response) {
    return response.getRequest().isInitial() && "INVITE".equals(response.getMethod());
  }
}
