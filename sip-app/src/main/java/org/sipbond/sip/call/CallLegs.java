package org.sipbond.sip.call;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.sipbond.core.b2bua.Party;
import org.sipbond.core.decision.Refusal;
import org.sipbond.sip.leg.CalleeLeg;
import org.sipbond.sip.leg.DialogLeg;
import org.sipbond.sip.leg.Relay;
import org.sipbond.sip.leg.Reliability;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.Farewell;

/** The two legs of a call. Guarded by its call. */
final class CallLegs {
  private static final System.Logger LOG = System.getLogger(CallLegs.class.getName());

  private final SipServletRequest callerInvite;
  private final DialogLeg caller;
  private final Relay relay;
  private Optional<SipServletRequest> calleeInvite = Optional.empty();
  private Optional<DialogLeg> callee = Optional.empty();

  CallLegs(SipServletRequest callerInvite, DialogLeg caller, Relay relay) {
    this.callerInvite = callerInvite;
    this.caller = caller;
    this.relay = relay;
  }

  /** The INVITE of the first leg. */
  SipServletRequest invite() {
    return callerInvite;
  }

  /** The second leg is this one from now on. */
  void callee(CalleeLeg leg) {
    calleeInvite = Optional.of(leg.request());
    callee =
        Optional.of(
            new DialogLeg(
                leg.session(), leg.attempt().member().bond(), leg.attempt().member().listener()));
  }

  /** The second leg is the dialog of this session, of those that its INVITE has made by forking. */
  void callee(SipSession session) {
    DialogLeg leg = callee();
    if (!leg.session().getId().equals(session.getId())) {
      callee = Optional.of(new DialogLeg(session, leg.bond(), leg.member()));
    }
  }

  /** Lets go of both sessions. */
  void leave() {
    relay.part();
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

  /** Cancels the INVITE to the callee, unless that is answered. */
  void cancel() throws IOException {
    if (calleeInvite.isPresent()) {
      try {
        calleeInvite.get().createCancel().send();
      } catch (IllegalStateException answered) {
        LOG.log(Level.DEBUG, "nothing to cancel", answered);
      }
    }
  }

  /** Ends a leg, unless its peer or the container has. */
  void bye(DialogLeg leg) {
    try {
      relay.send(leg.session().createRequest("BYE"), leg);
    } catch (IllegalStateException gone) {
      LOG.log(Level.DEBUG, "leg has ended already", gone);
    }
  }

  /** Answers the first INVITE 487: its sender hung up, or an operator orders it. */
  void terminate() throws IOException {
    try {
      callerInvite.createResponse(SipServletResponse.SC_REQUEST_TERMINATED).send();
    } catch (IllegalStateException answered) {
      LOG.log(Level.DEBUG, "answered meanwhile", answered);
    }
  }

  /**
   * Sends a response to the first INVITE on.
   *
   * @param finish writes what is not copied
   * @return whether it could be: the container answers a CANCEL with 487 before it tells us of it
   */
  boolean answer(SipServletResponse response, Consumer<SipServletResponse> finish)
      throws IOException {
    return relay.sendOnNamed(response, callerInvite, finish);
  }

  /** The same where all that is to be said is copied. */
  boolean answer(SipServletResponse response) throws IOException {
    return answer(response, complete -> {});
  }

  /** Whether the caller takes reliable provisional responses. See RFC 3262 §3. */
  boolean callerAcknowledges() {
    return Reliability.isSupported(callerInvite);
  }

  /** Sends a provisional response on that the caller has to acknowledge; whether it could be. */
  boolean answerReliably(SipServletResponse response) throws IOException {
    return relay.sendReliablyOn(response, callerInvite);
  }

  /** Sends a provisional response on to a caller who does not. */
  void answerUnreliably(SipServletResponse response) throws IOException {
    relay.sendUnreliablyOn(response, callerInvite);
  }

  /** Answers the first INVITE, unless the container has after a CANCEL; the call is over. */
  void refuse(Refusal refusal) throws IOException {
    try {
      Answers.refuse(callerInvite, refusal.status(), refusal.reason());
    } catch (IllegalStateException answered) {
      LOG.log(Level.DEBUG, "cancelled meanwhile", answered);
    }
  }

  /** Remembers a 2xx to the first INVITE until the caller acknowledges. */
  void awaitAck(SipServletResponse success) {
    relay.awaitAck(success);
  }

  /** Sends the ACK that a leg still waits for; see {@link Relay#acknowledge}. */
  void acknowledge(DialogLeg leg, SipServletMessage cause) throws IOException {
    relay.acknowledge(leg, cause);
  }

  /** What passes requests of the dialogs between the legs. */
  Relay relay() {
    return relay;
  }

  Party party(SipServletMessage message) {
    return isCaller(message) ? Party.CALLER : Party.CALLEE;
  }

  /** Whether a message came on one of the two legs, and not on one that was given up. */
  boolean has(SipServletMessage message) {
    return isCaller(message)
        || callee.filter(leg -> leg.session().getCallId().equals(message.getCallId())).isPresent();
  }

  /** The leg that a message came on. */
  DialogLeg leg(SipServletMessage message) {
    return isCaller(message) ? caller : callee();
  }

  /** Ends what a callee began that is not the second leg any more. See RFC 3261 §13.2.2.4. */
  void dismiss(CalleeLeg stale, SipServletResponse success) {
    DialogLeg leg =
        new DialogLeg(
            success.getSession(),
            stale.attempt().member().bond(),
            stale.attempt().member().listener());
    relay.send(success.createAck(), leg);
    bye(leg);
  }
}
