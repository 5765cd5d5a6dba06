package org.sipbond.sip.leg;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.b2bua.Fingerprint;
import org.sipbond.core.b2bua.Loops;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.rule.Ruling;
import org.sipbond.sip.message.Headers;
import org.sipbond.sip.message.MaxForwards;
import org.sipbond.sip.message.RequestReader;

/**
 * Lets a request that the rules pass on begin something, unless it has gone too far, has come back,
 * or asks for what cannot be had. Free for any thread.
 */
public final class Gate {
  private final Bonds bonds;
  private final Loops loops = new Loops();

  public Gate(Bonds bonds) {
    this.bonds = bonds;
  }

  /** What came of asking: a refusal, or an entry that is left when all is over. */
  public record Entry(Optional<Refusal> refusal, Runnable leave) {}

  /**
   * Asks for a request.
   *
   * @throws IOException if its body cannot be read
   */
  public Entry ask(SipServletRequest request, Ruling.Bridge ruling) throws IOException {
    Optional<Refusal> refusal =
        MaxForwards.hasRunOut(request)
            ? Optional.of(Refusal.TOO_MANY_HOPS)
            : privacy(request, ruling);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    Fingerprint print = RequestReader.fingerprint(request, ruling.ingress());
    int hops = MaxForwards.of(request);
    return loops.enter(print, hops)
        ? new Entry(Optional.empty(), () -> loops.leave(print, hops))
        : refused(Refusal.LOOP);
  }

  /** Towards a trusted bond it is for those behind it to do what is asked. */
  private Optional<Refusal> privacy(SipServletRequest request, Ruling.Bridge ruling) {
    return bonds.chain(ruling.egress().name()).stream().allMatch(Bond::trusted)
        ? Optional.empty()
        : Headers.privacy(request).unmet().map(Refusal::ofPrivacy);
  }

  private static Entry refused(Refusal refusal) {
    return new Entry(Optional.of(refusal), () -> {});
  }
}
