package org.sipbond.sip.servlet;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.TooManyHopsException;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.decision.Decision;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.Legs;
import org.sipbond.sip.observe.CallLog;
import org.sipbond.sip.outbound.OutboundInterface;

/** Begins calls: makes the second leg, ties it to the first, and sends it from its member. */
public final class Bridge {
  private static final System.Logger LOG = System.getLogger(Bridge.class.getName());

  private final Legs legs;
  private final OutboundInterface outbound;
  private final CallLog log;

  public Bridge(Legs legs, OutboundInterface outbound, CallLog log) {
    this.legs = legs;
    this.outbound = outbound;
    this.log = log;
  }

  /** Sends the second leg as decided; answers the first where that fails. */
  void begin(SipServletRequest first, Decision.Bridge decision)
      throws ServletException, IOException {
    Listener member = decision.member().listener();
    SipServletRequest second;
    try {
      second = legs.second(first, decision.ruling().requestUri().toString(), member);
    } catch (TooManyHopsException spent) {
      refuse(
          first, SipServletResponse.SC_TOO_MANY_HOPS, "max-forwards", "max-forwards has run out");
      return;
    }
    outbound.use(second.getSession(), member);
    BridgedCall call = BridgedCall.tie(new CallLegs(first, second), log::ended);
    log.began();
    try {
      call.start();
    } catch (IOException unsent) {
      LOG.log(
          System.Logger.Level.WARNING,
          "no INVITE to {0} by {1}: {2}",
          decision.member().destination(),
          member,
          unsent.getMessage());
      call.abandon();
      refuse(
          first,
          SipServletResponse.SC_SERVICE_UNAVAILABLE,
          "transport",
          "next hop of rule " + decision.ruling().rule().number() + " cannot be reached");
    }
  }

  private void refuse(SipServletRequest first, int status, String cause, String reason)
      throws IOException {
    log.refused(status, cause);
    Answers.refuse(first, status, reason);
  }
}
