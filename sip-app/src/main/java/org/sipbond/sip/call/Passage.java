package org.sipbond.sip.call;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.Admission;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.b2bua.CallState;
import org.sipbond.core.b2bua.LegTiming;
import org.sipbond.core.b2bua.Party;
import org.sipbond.core.b2bua.PendingOffer;
import org.sipbond.core.b2bua.UsageEnd;
import org.sipbond.core.decision.Refusal;
import org.sipbond.sip.leg.DialogLeg;
import org.sipbond.sip.leg.Relay;
import org.sipbond.sip.leg.Reliability;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.MaxForwards;

/** What goes from one leg of a call to the other while it lasts. Locks its call. */
final class Passage {
  private static final System.Logger LOG = System.getLogger(Passage.class.getName());

  /** The longest that RFC 3261 §14.2 allows. */
  private static final int LONGEST_WAIT_SECONDS = 10;

  private final BridgedCall call;
  private final CallLegs legs;
  private final CallProgress progress;
  private final SessionTimers sessions;
  private final OfferInTransit offer = new OfferInTransit();
  private final OwnRequests own;
  private final PeerRefreshes refreshes;

  Passage(BridgedCall call, CallLegs legs, CallProgress progress, SessionTimers sessions) {
    this.call = call;
    this.legs = legs;
    this.progress = progress;
    this.sessions = sessions;
    this.own = new OwnRequests(call, legs, progress, sessions, offer);
    this.refreshes = new PeerRefreshes(sessions);
  }

  /** A request within a dialog, other than ACK, BYE and CANCEL. */
  void request(SipServletRequest request) throws IOException {
    synchronized (call) {
      switch (admission(request)) {
        case PASSES -> admitted(request);
        case PASSES_ACKNOWLEDGED -> {
          acknowledge(request);
          admitted(request);
        }
        case CROSSES ->
            Answers.decline(
                request, SipServletResponse.SC_REQUEST_PENDING, "crosses one of the other side");
        case TOO_SOON ->
            Answers.retryLater(
                request,
                ThreadLocalRandom.current().nextInt(LONGEST_WAIT_SECONDS + 1),
                "the one before is under way");
        case NO_DIALOG ->
            Answers.decline(request, SipServletResponse.SC_CALL_LEG_DONE, "the call is over");
      }
    }
  }

  private Admission admission(SipServletRequest request) {
    return legs.has(request)
        ? Admission.of(request.getMethod(), legs.party(request), progress.state(), pending(request))
        : Admission.NO_DIALOG;
  }

  private PendingOffer pending(SipServletRequest request) {
    boolean firstIsAnswered =
        progress.state() == CallState.ANSWERED
            && legs.isCaller(request)
            && legs.invite().getContentLength() > 0;
    return firstIsAnswered && offer.pending() == PendingOffer.NOBODYS
        ? PendingOffer.CALLERS_ANSWERED
        : offer.pending();
  }

  /** Sends the ACK to the other leg that the one to us was lost of. */
  private void acknowledge(SipServletRequest next) throws IOException {
    if (progress.state() == CallState.ANSWERED) {
      progress.apply(CallEvent.ACK, next);
    } else {
      legs.acknowledge(legs.other(next), next);
      offer.acknowledged();
    }
  }

  private void admitted(SipServletRequest request) throws IOException {
    sessions.heard(request);
    if ("INVITE".equals(request.getMethod()) && Reliability.isRequired(request)) {
      Answers.unserved(request, "100rel");
    } else if (!refreshes.take(request, legs.party(request))) {
      pass(request);
    }
  }

  private void pass(SipServletRequest request) throws IOException {
    if (MaxForwards.hasRunOut(request)) {
      Answers.decline(request, Refusal.TOO_MANY_HOPS.status(), Refusal.TOO_MANY_HOPS.reason());
      return;
    }
    DialogLeg leg = legs.other(request);
    SipServletRequest onward = legs.relay().onward(request, leg);
    sessions.passed(onward);
    if (Admission.mayOffer(request.getMethod())) {
      offer.begins(legs.party(request), request, onward, leg);
    }
    legs.relay().pass(onward, leg, () -> unsent(onward));
  }

  private void unsent(SipServletRequest onward) {
    synchronized (call) {
      offer.ends(onward);
    }
  }

  /** The response to a request that was passed on, or to one of our own. */
  void response(SipServletResponse response) throws IOException {
    synchronized (call) {
      Optional<SipServletRequest> origin = Relay.origin(response.getRequest());
      if (OwnRequests.isAnswer(response)) {
        legs.relay().relayed(response, legs.leg(response));
        own.answered(response);
      } else if (origin.isPresent() && sessions.asksAgain(response)) {
        offer.ends(response.getRequest());
        pass(origin.get());
      } else {
        relay(response, origin);
      }
    }
  }

  private void relay(SipServletResponse response, Optional<SipServletRequest> origin)
      throws IOException {
    if (origin.isPresent()) {
      sessions.answered(response, origin.get());
    }
    boolean relayed = legs.relay().relayed(response, legs.leg(response), sessions::finish);
    if (relayed && awaitsAck(response)) {
      offer.answered(response.getRequest());
    } else if (response.getStatus() >= SipServletResponse.SC_OK) {
      offer.ends(response.getRequest());
    }
    if (UsageEnd.by(response.getMethod(), response.getStatus())) {
      call.end(CallEvent.PEER_LOST);
    }
  }

  /** Something is due on a leg. */
  void due(Party party, LegTiming.Task task) {
    own.due(party, task);
  }

  private static boolean awaitsAck(SipServletResponse response) {
    return "INVITE".equals(response.getMethod())
        && response.getStatus() >= SipServletResponse.SC_OK
        && response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES;
  }

  /** The call is over: what is under way gets an answer. */
  void leave() throws IOException {
    offer.leave();
  }

  /** The same where nobody can be told that it did not work. */
  void abandon() {
    try {
      offer.leave();
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "sender of an offer is gone", gone);
    }
  }

  /** The ACK of a re-INVITE was passed on. */
  void acknowledged(SipServletRequest ack) {
    offer.acknowledged(legs.party(ack), ack);
  }

  /** A re-INVITE was cancelled, if it is one that is under way. */
  void cancelled(SipServletRequest cancel) {
    offer.cancel(legs.party(cancel));
  }
}
