package org.sipbond.sip.leg;

import java.io.IOException;
import java.lang.System.Logger.Level;
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
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.message.SessionTrust;
import org.sipbond.sip.observe.CallLog;
import org.sipbond.sip.observe.CallTrail;

/**
 * Begins what has two legs, unless its {@link Gate} is shut: opens it, and has its next hop
 * located. Two requests of the same parties without bodies look the same to a gate, so requests of
 * different kinds have one each. Free for any thread.
 */
public final class SecondLegs {
  private static final System.Logger LOG = System.getLogger(SecondLegs.class.getName());

  private final Decider decider;
  private final Resolver resolver;
  private final FailedDestinations failed;
  private final LegSender sender;
  private final CallLog log;
  private final Gate gate;

  public SecondLegs(
      Decider decider,
      Resolver resolver,
      FailedDestinations failed,
      LegSender sender,
      CallLog log) {
    this.decider = decider;
    this.resolver = resolver;
    this.failed = failed;
    this.sender = sender;
    this.log = log;
    this.gate = new Gate(decider.rules().bonds());
  }

  /** Makes what the messages of both legs will belong to, before anything is sent. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Opens it.
     *
     * @param leave to be run when all is over
     */
    LegWatch open(SecondLeg second, CallTrail trail, Runnable leave);
  }

  /**
   * Begins as ruled, or refuses. The request of the second leg is sent now, or when DNS has
   * answered.
   */
  public void begin(
      SipServletRequest first, Inquiry.Call asked, Ruling.Bridge ruling, Opening opening)
      throws IOException {
    Gate.Entry entry = gate.ask(first, ruling);
    if (entry.refusal().isPresent()) {
      refuse(first, asked, entry.refusal().get());
    } else {
      SessionTrust.tie(first.getSession(), ruling.ingress());
      locate(first, ruling, open(first, asked, ruling, entry, opening));
    }
  }

  private void refuse(SipServletRequest first, Inquiry.Call asked, Refusal refusal)
      throws IOException {
    log.refused(asked, refusal);
    Answers.refuse(first, refusal.status(), refusal.reason());
  }

  private LegWatch open(
      SipServletRequest first,
      Inquiry.Call asked,
      Ruling.Bridge ruling,
      Gate.Entry entry,
      Opening opening) {
    Function<Destination, Selection> select =
        destination -> decider.select(ruling.egress(), destination, asked.callId());
    CallTrail trail = log.ruled(asked, ruling, new Explainer(select, failed::turn));
    Attempts attempts = new Attempts(select, failed, trail);
    return opening.open(
        new SecondLeg(first, ruling.requestUri(), attempts, sender), trail, entry.leave());
  }

  private void locate(SipServletRequest first, Ruling.Bridge ruling, LegWatch watch) {
    resolver
        .resolve(decider.target(ruling))
        .thenAccept(watch::located)
        .whenComplete(
            (done, broken) -> {
              if (broken != null) {
                String what = first.getMethod() + " of call " + first.getCallId();
                LOG.log(Level.ERROR, what + " cannot go on", broken);
                watch.broken();
              }
            });
  }
}
