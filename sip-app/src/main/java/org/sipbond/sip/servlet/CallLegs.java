package org.sipbond.sip.servlet;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.decision.Refusal;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.Farewell;
import org.sipbond.sip.message.Headers;

/** The two legs of a call, and how messages get from one to the other. Guarded by its call. */
final class CallLegs {
  private static final String ORIGIN = "org.sipbond.origin";
  private static final System.Logger LOG = System.getLogger(CallLegs.class.getName());

  private final SipServletRequest callerInvite;
  private final DialogLeg caller;
  private final DialogSender sender;
  private Optional<SipServletRequest> calleeInvite = Optional.empty();
  private Optional<DialogLeg> callee = Optional.empty();

  /** 2xx responses to INVITE that wait for the other leg's ACK, by the session they came on. */
  private final Map<String, SipServletResponse> unacknowledged = new HashMap<>();

  CallLegs(SipServletRequest callerInvite, DialogLeg caller, DialogSender sender) {
    this.callerInvite = callerInvite;
    this.caller = caller;
    this.sender = sender;
  }

  /** The INVITE of the first leg. */
  SipServletRequest invite() {
    return callerInvite;
  }

  /** The second leg is this one from now on. */
  void callee(CalleeLeg leg) {
    calleeInvite = Optional.of(leg.invite());
    callee =
        Optional.of(
            new DialogLeg(
                leg.session(), leg.attempt().member().bond(), leg.attempt().member().listener()));
  }

  /** Lets go of both sessions. */
  void leave() {
    Farewell.to(callerInvite.getApplicationSession());
  }

  boolean isCaller(SipServletMessage message) {
    return message.getSession().getId().equals(caller.session().getId());
  }

  DialogLeg caller() {
    return caller;
  }

  /** The second leg; it is there when a message has come on it. */
  DialogLeg callee() {
    return callee.orElseThrow();
  }

  /** The leg that a message did not come on. */
  DialogLeg other(SipServletMessage message) {
    return isCaller(message) ? callee() : caller;
  }

  void cancel() throws IOException {
    if (calleeInvite.isPresent()) {
      calleeInvite.get().createCancel().send();
    }
  }

  void bye(DialogLeg leg) {
    sender.send(leg.session().createRequest("BYE"), leg, why -> unsent("BYE", leg, why));
  }

  /**
   * Sends a response to the first INVITE on.
   *
   * @return whether it could be: the container answers a CANCEL with 487 before it tells us of it
   */
  boolean answer(SipServletResponse response) throws IOException {
    return sendOn(response, callerInvite);
  }

  /** Answers the first INVITE, unless the container has after a CANCEL; the call is over. */
  void refuse(Refusal refusal) throws IOException {
    try {
      Answers.refuse(callerInvite, refusal.status(), refusal.reason());
    } catch (IllegalStateException answered) {
      LOG.log(Level.DEBUG, "cancelled meanwhile", answered);
    }
  }

  /** Remembers a 2xx to an INVITE until the other leg acknowledges. */
  void awaitAck(SipServletResponse success) {
    unacknowledged.put(success.getSession().getId(), success);
  }

  /** Sends the ACK that a leg still waits for, with the body of the other leg's ACK. */
  void acknowledge(DialogLeg leg, SipServletMessage cause) throws IOException {
    SipServletResponse success = unacknowledged.remove(leg.session().getId());
    if (success != null) {
      SipServletRequest ack = success.createAck();
      if (cause instanceof SipServletRequest request && "ACK".equals(request.getMethod())) {
        Headers.copyBody(request, ack);
      }
      sender.send(ack, leg, why -> unsent("ACK", leg, why));
    }
  }

  /** Ends what a callee began that is not the second leg any more. See RFC 3261 §13.2.2.4. */
  void dismiss(CalleeLeg stale, SipServletResponse success) {
    DialogLeg leg =
        new DialogLeg(
            stale.session(), stale.attempt().member().bond(), stale.attempt().member().listener());
    sender.send(success.createAck(), leg, why -> unsent("ACK", leg, why));
    bye(leg);
  }

  /** Passes a request of the dialog to the other leg. */
  void relay(SipServletRequest request) throws IOException {
    DialogLeg leg = other(request);
    SipServletRequest onward = leg.session().createRequest(request.getMethod());
    Headers.copy(request, onward);
    onward.setAttribute(ORIGIN, request);
    sender.send(onward, leg, declining(request));
  }

  private static Consumer<Refusal> declining(SipServletRequest request) {
    return why -> {
      try {
        Answers.decline(request, why.status(), why.reason());
      } catch (IOException gone) {
        LOG.log(Level.DEBUG, "sender of " + request.getMethod() + " is gone", gone);
      }
    };
  }

  /** Passes the response to a relayed request back. */
  void relayed(SipServletResponse response) throws IOException {
    SipServletRequest origin = (SipServletRequest) response.getRequest().getAttribute(ORIGIN);
    if (isInviteSuccess(response)) {
      awaitAck(response);
    }
    if (origin == null || !sendOn(response, origin)) {
      // The origin was cancelled meanwhile: nobody will send the ACK that a 2xx needs.
      acknowledge(isCaller(response) ? caller : callee(), response);
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

  private static void unsent(String method, DialogLeg leg, Refusal why) {
    LOG.log(
        Level.WARNING,
        "{0} of call {1} was not sent from bond {2}: {3}",
        method,
        leg.session().getCallId(),
        leg.bond().name(),
        why.reason());
  }
}
