package org.sipbond.sip.call;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.rule.Ruling;
import org.sipbond.sip.leg.DialogLeg;
import org.sipbond.sip.leg.DialogSender;
import org.sipbond.sip.leg.Relay;
import org.sipbond.sip.leg.SecondLeg;
import org.sipbond.sip.leg.SecondLegs;
import org.sipbond.sip.leg.TimeLimits;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.Farewell;
import org.sipbond.sip.message.SessionHeaders;
import org.sipbond.sip.observe.CallLog;
import org.sipbond.sip.observe.CallTrail;

/** Begins calls: ties a call to the first leg. Free for any thread. */
public final class Bridge {
  private final SecondLegs secondLegs;
  private final DialogSender sender;
  private final TimeLimits time;
  private final CallLimits limits;
  private final CallLog log;

  public Bridge(
      SecondLegs secondLegs, DialogSender sender, TimeLimits time, CallLimits limits, CallLog log) {
    this.secondLegs = secondLegs;
    this.sender = sender;
    this.time = time;
    this.limits = limits;
    this.log = log;
  }

  /**
   * Begins a call as ruled, or refuses it; see {@link SecondLegs#begin}. A session interval that is
   * too short is refused first (RFC 4028 §9).
   */
  public void begin(SipServletRequest first, Inquiry.Call asked, Ruling.Bridge ruling)
      throws IOException {
    if (SessionHeaders.talk(first).tooShort(limits.session())) {
      log.refused(Answers.INTERVAL_TOO_SMALL, "session-interval");
      Answers.intervalTooSmall(first, limits.session().least());
      Farewell.to(first.getApplicationSession());
      return;
    }
    DialogLeg caller = new DialogLeg(first.getSession(), ruling.ingress(), asked.facts().ingress());
    secondLegs.begin(
        first, asked, ruling, (second, trail, leave) -> open(first, caller, second, trail, leave));
  }

  private BridgedCall open(
      SipServletRequest first,
      DialogLeg caller,
      SecondLeg second,
      CallTrail trail,
      Runnable leave) {
    BridgedCall call =
        BridgedCall.open(
            new CallLegs(first, caller, new Relay(sender)),
            second,
            new CallTimers(time),
            limits,
            trail,
            () -> {
              leave.run();
              log.ended(trail);
            });
    log.began(trail, call::terminate);
    return call;
  }
}
