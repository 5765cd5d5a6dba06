package org.sipbond.sip.leg;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.servlet.sip.SipSession;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Listener;

/** One side of a call: its SIP session, and the bond and the member that it sends from. */
public final class DialogLeg {
  private final SipSession session;
  private final Bond bond;
  private final Listener member;
  private CompletionStage<?> sent = CompletableFuture.completedStage(this);

  public DialogLeg(SipSession session, Bond bond, Listener member) {
    this.session = session;
    this.bond = bond;
    this.member = member;
  }

  public SipSession session() {
    return session;
  }

  public Bond bond() {
    return bond;
  }

  public Listener member() {
    return member;
  }

  /** Runs {@code next} when what was sent before is sent, so that nothing overtakes it. */
  public synchronized void after(Supplier<CompletionStage<?>> next) {
    sent = sent.thenCompose(done -> next.get());
  }
}
