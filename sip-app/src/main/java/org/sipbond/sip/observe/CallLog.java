package org.sipbond.sip.observe;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.decision.Decision;
import org.sipbond.core.net.Destination;
import org.sipbond.core.rule.RequestFacts;

/** Counts calls and decisions, and keeps the last explanations. Free for any thread. */
public final class CallLog {
  private static final System.Logger LOG = System.getLogger(CallLog.class.getName());
  private static final int KEPT = 1000;

  private final Counters counters = new Counters();
  private final Explanations explanations = new Explanations(KEPT);
  private final AtomicInteger active = new AtomicInteger();

  /** Notes what was decided for the first request of a dialog. */
  public void decided(RequestFacts request, String callId, Decision decision) {
    String explanation =
        request.method()
            + " "
            + request.requestUri()
            + " from "
            + request.source().getHostAddress()
            + " by "
            + request.ingress()
            + "\n"
            + decision.explanation();
    explanations.keep(callId, explanation);
    LOG.log(System.Logger.Level.DEBUG, () -> callId + ": " + explanation.replace("\n", "; "));
    decision.selection().ifPresent(this::selected);
    decision.fold(bridge -> bridge, this::refused);
  }

  /** Notes a refusal that needed no rule, such as of a method that is not served. */
  public void refused(int status, String cause) {
    counters.add(
        Counters.metric(
            "sipbond_refusals_total", "status", Integer.toString(status), "cause", cause));
  }

  /** Notes that a call has begun; each is followed by one {@link #ended()}. */
  public void began() {
    active.incrementAndGet();
    counters.add(Counters.metric("sipbond_calls_total", "role", "b2bua"));
  }

  /** Notes that a call is over. */
  public void ended() {
    active.decrementAndGet();
  }

  /** How many calls are not over. */
  public int active() {
    return active.get();
  }

  /** The counters by metric. */
  public Map<String, Long> counters() {
    return counters.snapshot();
  }

  /** Call-IDs of the last calls, oldest first. */
  public List<String> recent() {
    return explanations.callIds();
  }

  /** Why a call went where it did. */
  public String explain(String callId) {
    return explanations
        .of(callId)
        .orElse(
            "call "
                + callId
                + " is not known; kept are the last "
                + KEPT
                + " calls since the start");
  }

  private Decision refused(Decision.Refusal refusal) {
    refused(refusal.status(), refusal.cause().label());
    return refusal;
  }

  private void selected(Selection selection) {
    counters.add(
        selection.fold(
            chosen ->
                select(chosen.bond(), chosen.listener().name(), chosen.destination(), "chosen", ""),
            none -> select(none.bond(), "", none.destination(), "no-member", none.reason())));
  }

  private static String select(
      Bond bond, String member, Destination destination, String result, String reason) {
    return Counters.metric(
        "sipbond_bond_select_total",
        "bond",
        bond.name(),
        "member",
        member,
        "transport",
        destination.transport().toString(),
        "family",
        destination.family().toString(),
        "result",
        result,
        "reason",
        reason);
  }
}
