package org.sipbond.sip.call;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.attempt.FailedDestinations;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.decision.Decider;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.explain.Explainer;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.net.Destination;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.rule.Ruling;
import org.sipbond.sip.leg.Attempts;
import org.sipbond.sip.leg.DialogLeg;
import org.sipbond.sip.leg.DialogSender;
import org.sipbond.sip.leg.Gate;
import org.sipbond.sip.leg.LegSender;
import org.sipbond.sip.leg.Relay;
import org.sipbond.sip.leg.SecondLeg;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.SessionTrust;
import org.sipbond.sip.observe.CallLog;
import org.sipbond.sip.observe.CallTrail;

/** Begins calls: ties a call to the first leg, and has its next hop located. */
public final class Bridge {
  private static final System.Logger LOG = System.getLogger(Bridge.class.getName());

  private final Decider decider;
  private final Resolver resolver;
  private final FailedDestinations failed;
  private final LegSender legSender;
  private final DialogSender sender;
  private final ScheduledExecutorService timer;
  private final CallLimits limits;
  private final CallLog log;
  private final Gate gate;

  /**
   * @param timer its thread must not be blocked
   */
  public Bridge(
      Decider decider,
      Resolver resolver,
      FailedDestinations failed,
      LegSender legSender,
      DialogSender sender,
      ScheduledExecutorService timer,
      CallLimits limits,
      CallLog log) {
    this.decider = decider;
    this.resolver = resolver;
    this.failed = failed;
    this.legSender = legSender;
    this.sender = sender;
    this.timer = timer;
    this.limits = limits;
    this.log = log;
    this.gate = new Gate(decider.rules().bonds());
  }

  /** Begins a call as ruled. The second leg is sent now, or when DNS has answered. */
  public void begin(SipServletRequest first, Inquiry.Call asked, Ruling.Bridge ruling)
      throws IOException {
    Gate.Entry entry = gate.ask(first, ruling);
    if (entry.refusal().isPresent()) {
      Refusal refusal = entry.refusal().get();
      log.refused(refusal.status(), refusal.cause());
      Answers.refuse(first, refusal.status(), refusal.reason());
      return;
    }
    BridgedCall call = open(first, asked, ruling, entry);
    log.began();
    resolver
        .resolve(decider.target(ruling))
        .thenAccept(call::located)
        .whenComplete(
            (done, broken) -> {
              if (broken != null) {
                LOG.log(Level.ERROR, "call " + first.getCallId() + " cannot go on", broken);
                call.broken();
              }
            });
  }

  private BridgedCall open(
      SipServletRequest first, Inquiry.Call asked, Ruling.Bridge ruling, Gate.Entry entry) {
    Function<Destination, Selection> select =
        destination -> decider.select(ruling.egress(), destination, asked.callId());
    CallTrail trail = log.ruled(asked, ruling, new Explainer(select, failed::turn));
    SessionTrust.tie(first.getSession(), ruling.ingress());
    DialogLeg caller = new DialogLeg(first.getSession(), ruling.ingress(), asked.facts().ingress());
    return BridgedCall.open(
        new CallLegs(first, caller, new Relay(sender)),
        new SecondLeg(first, ruling.requestUri(), new Attempts(select, failed, trail), legSender),
        new CallTimers(timer),
        limits,
        trail,
        () -> {
          entry.leave().run();
          log.ended();
        });
  }
}
