package org.sipbond.sip.call;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.b2bua.Admission;
import org.sipbond.core.b2bua.Party;
import org.sipbond.core.b2bua.PendingOffer;
import org.sipbond.sip.leg.DialogLeg;

/** The re-INVITE or UPDATE that is on its way through a call, if any. Guarded by its call. */
final class OfferInTransit {
  private static final System.Logger LOG = System.getLogger(OfferInTransit.class.getName());

  private PendingOffer pending = PendingOffer.NOBODYS;
  private Optional<SipServletRequest> origin = Optional.empty();
  private Optional<SipServletRequest> onward = Optional.empty();
  private Optional<DialogLeg> to = Optional.empty();

  PendingOffer pending() {
    return pending;
  }

  /** It has a 2xx that was relayed, and waits for its ACK. */
  void answered(SipServletRequest sentOn) {
    if (onward.filter(sentOn::equals).isPresent() && sentOn.getContentLength() > 0) {
      pending =
          PendingOffer.answered(
              pending == PendingOffer.of(Party.CALLER) ? Party.CALLER : Party.CALLEE);
    }
  }

  void begins(Party from, SipServletRequest request, SipServletRequest sentOn, DialogLeg leg) {
    pending = PendingOffer.of(from);
    origin = Optional.of(request);
    onward = Optional.of(sentOn);
    to = Optional.of(leg);
  }

  /** A refresh of sipbond's own is sent, which nobody waits for. */
  void begins(SipServletRequest refresh) {
    pending = PendingOffer.OURS;
    onward = Optional.of(refresh);
  }

  /** That one has its final response, and its ACK where it needs one. */
  void ends(SipServletRequest sentOn) {
    if (onward.filter(sentOn::equals).isPresent()) {
      ends();
    }
  }

  /** An ACK has come; it may be a late one of an INVITE before. */
  void acknowledged(Party by, SipServletRequest ack) {
    if (isOf(by) && isInvite() && number(origin.orElseThrow()).equals(number(ack))) {
      ends();
    }
  }

  /** Its sender must have acknowledged; see {@link Admission#PASSES_ACKNOWLEDGED}. */
  void acknowledged() {
    ends();
  }

  private boolean isOf(Party party) {
    return pending == PendingOffer.of(party) || pending == PendingOffer.answered(party);
  }

  /** An ACK has that of its INVITE. See RFC 3261 §17.1.1.3. */
  private static String number(SipServletRequest request) {
    return request.getHeader("CSeq").split("\\s", 2)[0];
  }

  private void ends() {
    pending = PendingOffer.NOBODYS;
    origin = Optional.empty();
    onward = Optional.empty();
    to = Optional.empty();
  }

  /**
   * Its sender has cancelled it, and the container has answered 487. After the INVITE, which may
   * not be sent yet; the container waits for a provisional response (RFC 3261 §9.1).
   */
  void cancel(Party by) {
    if (isOf(by) && isInvite()) {
      SipServletRequest invite = onward.orElseThrow();
      to.orElseThrow()
          .after(
              () -> {
                cancel(invite);
                return CompletableFuture.completedStage(invite);
              });
    }
  }

  /**
   * The call is over, and with it the sessions that the answer would come on: 487, as RFC 3261
   * §15.1.2 recommends. Nothing where it has been answered.
   */
  void leave() throws IOException {
    if (origin.isPresent()) {
      try {
        origin.get().createResponse(SipServletResponse.SC_REQUEST_TERMINATED).send();
      } catch (IllegalStateException answered) {
        LOG.log(Level.DEBUG, "answered meanwhile", answered);
      }
      ends();
    }
  }

  private boolean isInvite() {
    return onward.filter(request -> "INVITE".equals(request.getMethod())).isPresent();
  }

  private static void cancel(SipServletRequest invite) {
    try {
      invite.createCancel().send();
    } catch (IOException | IllegalStateException late) {
      LOG.log(Level.DEBUG, "answered or unsent: nothing to cancel", late);
    }
  }
}
