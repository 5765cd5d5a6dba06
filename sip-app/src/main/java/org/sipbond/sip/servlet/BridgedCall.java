package org.sipbond.sip.servlet;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.b2bua.CallState;
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
  private final CallProgress progress;

  private BridgedCall(CallLegs legs, Invitation invitation, CallTrail trail, Runnable whenEnded) {
    this.legs = legs;
    this.invitation = invitation;
    this.trail = trail;
    this.progress = new CallProgress(this, legs, invitation, trail, whenEnded);
  }

  /**
   * A call of which only the first leg is there.
   *
   * @param whenEnded runs once, when the call is over
   */
  static BridgedCall open(
      CallLegs legs, Invitation invitation, CallTrail trail, Runnable whenEnded) {
    BridgedCall call = new BridgedCall(legs, invitation, trail, whenEnded);
    call.tie(legs.caller().session());
    return call;
  }

  /** Makes what comes on a session belong to this call. */
  void tie(SipSession session) {
    session.setAttribute(KEY, this);
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
    if (progress.state() == CallState.LOCATING) {
      invitation.located(resolution);
      progress.aside(CallEvent.LOCATED, legs.invite());
    }
  }

  /** Locating went wrong in a way that should never be; ends the call if it has not gone on. */
  synchronized void broken() {
    invitation.broken();
    progress.aside(CallEvent.REFUSED, legs.invite());
  }

  /** The INVITE of the leg is on its way. */
  synchronized void sent(CalleeLeg leg) {
    if (invitation.isCurrent(leg)) {
      progress.aside(CallEvent.SENT, leg.invite());
      if (progress.state() == CallState.CALLING) {
        invitation.watch(this);
      }
    }
  }

  /** The INVITE of the leg could not be sent. */
  synchronized void unsent(CalleeLeg leg, Exception why) {
    if (invitation.isCurrent(leg)) {
      LOG.log(Level.WARNING, "no INVITE to {0}: {1}", leg.attempt(), why.getMessage());
      invitation.unsent();
      progress.aside(CallEvent.ATTEMPT_FAILED, leg.invite());
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
    if (invitation.isCurrent(leg)
        && progress.state() == CallState.CALLING
        && invitation.unheard()) {
      invitation.failed(AttemptFailure.TIMEOUT);
      progress.aside(CallEvent.ATTEMPT_SILENT, leg.invite());
    }
  }

  synchronized void provisional(SipServletResponse response) throws IOException {
    if (invitation.isCurrent(response)) {
      invitation.alive();
      progress.apply(CallEvent.PROVISIONAL, response);
    }
  }

  synchronized void answer(SipServletResponse response) throws IOException {
    Optional<CalleeLeg> stale = invitation.earlier(response);
    if (stale.isPresent()) {
      legs.dismiss(stale.get(), response);
    } else {
      invitation.answered(response.getStatus());
      legs.awaitAck(response);
      progress.apply(CallEvent.ANSWER, response);
    }
  }

  synchronized void failure(SipServletResponse response) throws IOException {
    if (invitation.isCurrent(response)) {
      boolean another = invitation.failed(response);
      progress.apply(another ? CallEvent.ATTEMPT_FAILED : CallEvent.FAILURE, response);
    }
  }

  synchronized void cancel(SipServletRequest cancel) throws IOException {
    progress.apply(CallEvent.CANCEL, cancel);
  }

  synchronized void ack(SipServletRequest ack) throws IOException {
    if (legs.isCaller(ack) && progress.state() != CallState.ESTABLISHED) {
      progress.apply(CallEvent.ACK, ack);
    } else {
      legs.acknowledge(legs.other(ack), ack);
    }
  }

  synchronized void missingAck(SipServletMessage response) throws IOException {
    progress.apply(CallEvent.NO_ACK, response);
  }

  synchronized void bye(SipServletRequest bye) throws IOException {
    try {
      progress.apply(legs.isCaller(bye) ? CallEvent.CALLER_BYE : CallEvent.CALLEE_BYE, bye);
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
}
