package org.sipbond.sip.observe;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.explain.Explainer;
import org.sipbond.core.explain.Explanation;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.explain.Outcome;
import org.sipbond.core.guard.Fault;
import org.sipbond.core.record.CallEnding;
import org.sipbond.core.record.CallNotes;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallRecorder;
import org.sipbond.core.record.CallerLeg;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.rule.Ruling;

/** Counts calls and decisions, and keeps the trails of the last ones. Free for any thread. */
public final class CallLog {
  /** How many calls can be explained. */
  public static final int KEPT = 1000;

  private final Metrics metrics = new Metrics();
  private final Trails trails = new Trails(KEPT);
  private final CallRecorder recorder;
  private final Clock clock;
  private final ActiveCalls active;

  /**
   * A log in which nothing is noted yet.
   *
   * @param recorder is given each call that is over
   */
  public CallLog(CallRecorder recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
    this.active = new ActiveCalls(recorder);
  }

  /** Begins the trail of a call that the rules let pass. */
  public CallTrail ruled(Inquiry.Call call, Ruling.Bridge ruling, Explainer explainer) {
    CallTrail trail = new CallTrail(metrics, call, ruling, explainer, clock);
    trails.keep(call.callId(), trail::explanation);
    return trail;
  }

  /** Notes a call that the rules refuse. */
  public void refused(Inquiry.Call call, Ruling.Refuse ruling, Refusal refusal) {
    Explanation explanation = new Explanation(call, new Outcome.Refused(ruling));
    trails.keep(call.callId(), () -> explanation);
    refused(call, refusal);
  }

  /** Notes a call that cannot go on as the rules let it. */
  public void refused(Inquiry.Call call, Refusal refusal) {
    refused(refusal.status(), refusal.cause());
    if ("INVITE".equals(call.facts().method())) {
      recorder.ended(record(call, refusal), () -> {});
    }
  }

  private CallRecord record(Inquiry.Call call, Refusal refusal) {
    Instant now = clock.instant();
    CallNotes notes =
        new CallNotes(UUID.randomUUID(), now, CallerLeg.of(call.callId(), call.facts(), ""), "");
    notes.refused(refusal.status(), refusal.cause(), refusal.reason());
    notes.happened(CallEvent.REFUSED);
    return notes.finish(now);
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

  /**
   * Notes that a call has begun; each is followed by one {@link #ended}.
   *
   * @param terminate ends it as an operator orders
   */
  public void began(CallTrail call, Runnable terminate) {
    active.began(call, terminate);
    metrics.began();
  }

  /** Notes that a call is over. */
  public void ended(CallTrail call) {
    active.ended(call, CallEnding.BROKEN);
  }

  /** Notes that the server stops, whatever still goes on. */
  public void stop() {
    active.stop();
  }

  /** What is known so far of calls that are not over, the oldest first. */
  public List<CallRecord> activeCalls() {
    return active.list();
  }

  /** Ends the calls that have a Call-ID on either leg; how many there are. */
  public int terminate(String callId) {
    return active.terminate(callId);
  }

  /** Notes the final answer to a request outside of dialogs that was bridged and is no INVITE. */
  public void exchanged(String method, int status) {
    metrics.exchanged(method, status);
  }

  /** How many calls are not over. */
  public int active() {
    return active.size();
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
