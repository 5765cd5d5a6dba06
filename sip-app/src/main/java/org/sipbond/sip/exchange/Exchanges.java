package org.sipbond.sip.exchange;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.Function;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.sipbond.core.attempt.FailedDestinations;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.decision.Decider;
import org.sipbond.core.explain.Explainer;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.net.Destination;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.rule.Ruling;
import org.sipbond.sip.leg.Attempts;
import org.sipbond.sip.leg.LegSender;
import org.sipbond.sip.leg.SecondLeg;
import org.sipbond.sip.message.Answers;
import org.sipbond.sip.observe.CallLog;
import org.sipbond.sip.observe.CallTrail;

/** Begins exchanges, and has their next hops located. Free for any thread. */
public final class Exchanges {
  private static final System.Logger LOG = System.getLogger(Exchanges.class.getName());

  private final Decider decider;
  private final Resolver resolver;
  private final FailedDestinations failed;
  private final LegSender sender;
  private final TimeLimits time;
  private final CallLog log;

  public Exchanges(
      Decider decider,
      Resolver resolver,
      FailedDestinations failed,
      LegSender sender,
      TimeLimits time,
      CallLog log) {
    this.decider = decider;
    this.resolver = resolver;
    this.failed = failed;
    this.sender = sender;
    this.time = time;
    this.log = log;
  }

  /** Begins as ruled. The request of the second leg is sent now, or when DNS has answered. */
  public void begin(SipServletRequest first, Inquiry.Call asked, Ruling.Bridge ruling)
      throws IOException {
    if (first.getMaxForwards() == 0) {
      log.refused(SipServletResponse.SC_TOO_MANY_HOPS, "max-forwards");
      Answers.refuse(first, SipServletResponse.SC_TOO_MANY_HOPS, "max-forwards has run out");
      return;
    }
    Exchange exchange = open(first, asked, ruling);
    resolver
        .resolve(decider.target(ruling))
        .thenAccept(exchange::located)
        .whenComplete(
            (done, broken) -> {
              if (broken != null) {
                LOG.log(Level.ERROR, first.getMethod() + " cannot go on", broken);
                exchange.broken();
              }
            });
  }

  private Exchange open(SipServletRequest first, Inquiry.Call asked, Ruling.Bridge ruling) {
    Function<Destination, Selection> select =
        destination -> decider.select(ruling.egress(), destination, asked.callId());
    CallTrail trail = log.ruled(asked, ruling, new Explainer(select, failed::turn));
    return Exchange.open(
        new Caller(first, trail, status -> log.exchanged(first.getMethod(), status)),
        new SecondLeg(first, ruling.requestUri(), new Attempts(select, failed, trail), sender),
        time);
  }
}
