package org.sipbond.sip.exchange;

import java.io.IOException;
import java.util.Set;
import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.rule.Ruling;
import org.sipbond.sip.leg.DialogLeg;
import org.sipbond.sip.leg.DialogSender;
import org.sipbond.sip.leg.Relay;
import org.sipbond.sip.leg.SecondLegs;
import org.sipbond.sip.leg.TimeLimits;
import org.sipbond.sip.observe.CallLog;

/** Begins exchanges. Free for any thread. */
public final class Exchanges {
  /** Those that make a dialog and a subscription: RFC 6665 §4.1, RFC 3515 §2.4.4. */
  private static final Set<String> SUBSCRIBING = Set.of("SUBSCRIBE", "REFER");

  private final SecondLegs secondLegs;
  private final DialogSender sender;
  private final TimeLimits time;
  private final CallLog log;

  public Exchanges(SecondLegs secondLegs, DialogSender sender, TimeLimits time, CallLog log) {
    this.secondLegs = secondLegs;
    this.sender = sender;
    this.time = time;
    this.log = log;
  }

  /** Begins as ruled, or refuses; see {@link SecondLegs#begin}. */
  public void begin(SipServletRequest first, Inquiry.Call asked, Ruling.Bridge ruling)
      throws IOException {
    secondLegs.begin(
        first,
        asked,
        ruling,
        (second, trail, leave) -> {
          Caller caller =
              new Caller(
                  first,
                  trail,
                  status -> {
                    leave.run();
                    log.exchanged(first.getMethod(), status);
                  });
          return Exchange.open(
              caller, second, time, exchange -> owner(caller, exchange, asked, ruling));
        });
  }

  private Owner owner(Caller caller, Exchange exchange, Inquiry.Call asked, Ruling.Bridge ruling) {
    SipServletRequest first = caller.request();
    if (!SUBSCRIBING.contains(first.getMethod())) {
      return new Single(caller, exchange);
    }
    DialogLeg subscriber =
        new DialogLeg(first.getSession(), ruling.ingress(), asked.facts().ingress());
    return new Subscription(caller, exchange, subscriber, new Relay(sender), time);
  }
}
