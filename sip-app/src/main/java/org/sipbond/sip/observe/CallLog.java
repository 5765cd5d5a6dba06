package org.sipbond.sip.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.explain.Explainer;
import org.sipbond.core.explain.Explanation;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.explain.Outcome;
import org.sipbond.core.guard.Fault;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.rule.Ruling;

/** Counts calls and decisions, and keeps the trails of the last ones. Free for any thread. */
public final class CallLog {
  /** How many calls can be explained. */
  public static final int KEPT = 1000;

  private final Metrics metrics = new Metrics();
  private final Trails trails = new Trails(KEPT);
  private final AtomicInteger active = new AtomicInteger();

  /** Begins the trail of a call that the rules let pass. */
  public CallTrail ruled(Inquiry.Call call, Ruling.Bridge ruling, Explainer explainer) {
    CallTrail trail = new CallTrail(metrics, call, ruling, explainer);
    trails.keep(call.callId(), trail::explanation);
    return trail;
  }

  /** Notes a call that the rules refuse. */
  public void refused(Inquiry.Call call, Ruling.Refuse ruling, Refusal refusal) {
    Explanation explanation = new Explanation(call, new Outcome.Refused(ruling));
    trails.keep(call.callId(), () -> explanation);
    refused(refusal.status(), refusal.cause());
  }

  /** Notes a refusal that needed no rule, such as of a method that is not served. */
  public void refused(int status, String cause) {
    metrics.refused(status, cause);
  }

  /** Notes that a message did not name the listener that sends it. */
  void violated(Listener sender, Fault fault) {
    metrics.violated(sender, fault);
  }

  /** Notes that DNS servers were asked, and what they said. */
  public void asked(DnsAnswer answer) {
    metrics.asked(answer);
  }

  /** Notes that a call has begun; each is followed by one {@link #ended()}. */
  public void began() {
    active.incrementAndGet();
    metrics.began();
  }

  /** Notes that a call is over. */
  public void ended() {
    active.decrementAndGet();
  }

  /** Notes the final answer to a request outside of dialogs that was bridged and is no INVITE. */
  public void exchanged(String method, int status) {
    metrics.exchanged(method, status);
  }

  /** How many calls are not over. */
  public int active() {
    return active.get();
  }

  /** The counters by metric. */
  public Map<String, Long> counters() {
    return metrics.snapshot();
  }

  /** Call-IDs of the last calls, oldest first. */
  public List<String> recent() {
    return trails.callIds();
  }

  /** Why a call went where it did; empty when it is not among the last {@value #KEPT}. */
  public Optional<Explanation> explain(String callId) {
    return trails.of(callId);
  }
}
