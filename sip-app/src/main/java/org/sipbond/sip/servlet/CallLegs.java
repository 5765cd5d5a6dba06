package org.sipbond.sip.servlet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.sipbond.sip.message.Farewell;
import org.sipbond.sip.message.Headers;

/** The two legs of a call, and how messages get from one to the other. Guarded by its call. */
final class CallLegs {
  private static final String ORIGIN = "org.sipbond.origin";

  private final SipServletRequest callerInvite;
  private final SipServletRequest calleeInvite;

  /** 2xx responses to INVITE that wait for the other leg's ACK, by the session they came on. */
  private final Map<String, SipServletResponse> unacknowledged = new HashMap<>();

  CallLegs(SipServletRequest callerInvite, SipServletRequest calleeInvite) {
    this.callerInvite = callerInvite;
    this.calleeInvite = calleeInvite;
  }

  /** Ties an object to both sessions. */
  void attach(String key, Object value) {
    callerInvite.getSession().setAttribute(key, value);
    calleeInvite.getSession().setAttribute(key, value);
  }

  /** Lets go of both sessions. */
  void leave() {
    Farewell.to(callerInvite.getApplicationSession());
  }

  boolean isCaller(SipServletMessage message) {
    return message.getSession().getId().equals(callerInvite.getSession().getId());
  }

  SipSession caller() {
    return callerInvite.getSession();
  }

  SipSession callee() {
    return calleeInvite.getSession();
  }

  /** The leg that a message did not come on. */
  SipSession other(SipServletMessage message) {
    return isCaller(message) ? callee() : caller();
  }

  void invite() throws IOException {
    calleeInvite.send();
  }

  void cancel() throws IOException {
    calleeInvite.createCancel().send();
  }

  static void bye(SipSession leg) throws IOException {
    leg.createRequest("BYE").send();
  }

  /**
   * Sends a response to the first INVITE on.
   *
   * @return whether it could be: the container answers a CANCEL with 487 before it tells us of it
   */
  boolean answer(SipServletResponse response) throws IOException {
    return sendOn(response, callerInvite);
  }

  /** Remembers a 2xx to an INVITE until the other leg acknowledges. */
  void awaitAck(SipServletResponse success) {
    unacknowledged.put(success.getSession().getId(), success);
  }

  /** Sends the ACK that a leg still waits for, with the body of the other leg's ACK. */
  void acknowledge(SipSession leg, SipServletMessage cause) throws IOException {
    SipServletResponse success = unacknowledged.remove(leg.getId());
    if (success != null) {
      SipServletRequest ack = success.createAck();
      if (cause instanceof SipServletRequest request && "ACK".equals(request.getMethod())) {
        Headers.copyBody(request, ack);
      }
      ack.send();
    }
  }

  /** Passes a request of the dialog to the other leg. */
  void relay(SipServletRequest request) throws IOException {
    SipServletRequest onward = other(request).createRequest(request.getMethod());
    Headers.copy(request, onward);
    onward.setAttribute(ORIGIN, request);
    onward.send();
  }

  /** Passes the response to a relayed request back. */
  void relayed(SipServletResponse response) throws IOException {
    SipServletRequest origin = (SipServletRequest) response.getRequest().getAttribute(ORIGIN);
    if (isInviteSuccess(response)) {
      awaitAck(response);
    }
    if (origin == null || !sendOn(response, origin)) {
      // The origin was cancelled meanwhile: nobody will send the ACK that a 2xx needs.
      acknowledge(response.getSession(), response);
    }
  }

  /**
   * False when the origin has its final answer; {@code isCommitted()} does not tell after CANCEL.
   */
  private static boolean sendOn(SipServletResponse response, SipServletRequest origin)
      throws IOException {
    try {
      SipServletResponse onward =
          origin.createResponse(response.getStatus(), response.getReasonPhrase());
      Headers.copy(response, onward);
      onward.send();
      return true;
    } catch (IllegalStateException answered) {
      return false;
    }
  }

  private static boolean isInviteSuccess(SipServletResponse response) {
    return "INVITE".equals(response.getMethod())
        && response.getStatus() >= SipServletResponse.SC_OK
        && response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES;
  }
}
