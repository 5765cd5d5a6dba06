package org.sipbond.sip.leg;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.servlet.sip.SipSession;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Listener;

/**
 * One side of a call: its SIP session, and the bond and the member that it sends from; free for any
 * thread.
 */
public final class DialogLeg {
  private final SipSession session;
  private final Bond bond;
  private volatile Listener member;
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

  /** Sends by another member of its bond from now on, as its peer wants it. */
  void moveTo(Listener other) {
    member = other;
  }

  /**
   * Runs {@code next} when what was sent before is sent or has failed, so that nothing overtakes
   * it.
   */
  public synchronized void after(Supplier<CompletionStage<?>> next) {
    sent = sent.handle((done, failed) -> done).thenCompose(done -> next.get());
  }
}
