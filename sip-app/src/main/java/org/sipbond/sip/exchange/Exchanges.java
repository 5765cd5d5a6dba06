package org.sipbond.sip.exchange;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Set;
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

/** Begins exchanges, and has their next hops located. Free for any thread. */
public final class Exchanges {
  private static final System.Logger LOG = System.getLogger(Exchanges.class.getName());

  /** Those that make a dialog and a subscription: RFC 6665 §4.1, RFC 3515 §2.4.4. */
  private static final Set<String> SUBSCRIBING = Set.of("SUBSCRIBE", "REFER");

  private final Decider decider;
  private final Resolver resolver;
  private final FailedDestinations failed;
  private final LegSender sender;
  private final DialogSender dialogs;
  private final TimeLimits time;
  private final CallLog log;
  private final Gate gate;

  public Exchanges(
      Decider decider,
      Resolver resolver,
      FailedDestinations failed,
      LegSender sender,
      DialogSender dialogs,
      TimeLimits time,
      CallLog log) {
    this.decider = decider;
    this.resolver = resolver;
    this.failed = failed;
    this.sender = sender;
    this.dialogs = dialogs;
    this.time = time;
    this.log = log;
    this.gate = new Gate(decider.rules().bonds());
  }

  /** Begins as ruled. The request of the second leg is sent now, or when DNS has answered. */
  public void begin(SipServletRequest first, Inquiry.Call asked, Ruling.Bridge ruling)
      throws IOException {
    Gate.Entry entry = gate.ask(first, ruling);
    if (entry.refusal().isPresent()) {
      Refusal refusal = entry.refusal().get();
      log.refused(refusal.status(), refusal.cause());
      Answers.refuse(first, refusal.status(), refusal.reason());
      return;
    }
    Exchange exchange = open(first, asked, ruling, entry);
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

  private Exchange open(
      SipServletRequest first, Inquiry.Call asked, Ruling.Bridge ruling, Gate.Entry entry) {
    Function<Destination, Selection> select =
        destination -> decider.select(ruling.egress(), destination, asked.callId());
    SessionTrust.tie(first.getSession(), ruling.ingress());
    CallTrail trail = log.ruled(asked, ruling, new Explainer(select, failed::turn));
    Caller caller =
        new Caller(
            first,
            trail,
            status -> {
              entry.leave().run();
              log.exchanged(first.getMethod(), status);
            });
    return Exchange.open(
        caller,
        new SecondLeg(first, ruling.requestUri(), new Attempts(select, failed, trail), sender),
        time,
        exchange -> owner(caller, exchange, asked, ruling));
  }

  private Owner owner(Caller caller, Exchange exchange, Inquiry.Call asked, Ruling.Bridge ruling) {
    SipServletRequest first = caller.request();
    if (!SUBSCRIBING.contains(first.getMethod())) {
      return new Single(caller, exchange);
    }
    DialogLeg subscriber =
        new DialogLeg(first.getSession(), ruling.ingress(), asked.facts().ingress());
    return new Subscription(caller, exchange, subscriber, new Relay(dialogs), time);
  }
}
