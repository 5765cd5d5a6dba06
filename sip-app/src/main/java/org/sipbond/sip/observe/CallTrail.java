package org.sipbond.sip.observe;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.attempt.RequestSize;
import org.sipbond.core.attempt.Turn;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.explain.Course;
import org.sipbond.core.explain.Explainer;
import org.sipbond.core.explain.Explanation;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.explain.Outcome;
import org.sipbond.core.explain.Trial;
import org.sipbond.core.net.Destination;
import org.sipbond.core.record.CallEnding;
import org.sipbond.core.record.CallNotes;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallerLeg;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.rule.Ruling;

/**
 * What was found out and decided for one call: counted as it happens, kept in values, and explained
 * only when somebody asks. Free for any thread.
 */
public final class CallTrail {
  private final Metrics metrics;
  private final Inquiry.Call inquiry;
  private final Course course;
  private final Explainer explainer;
  private final Clock clock;
  private final CallNotes notes;
  private final List<Trial> trials = new ArrayList<>();
  private Optional<Resolution> resolution = Optional.empty();
  private Map<Destination, Turn> turns = Map.of();
  private RequestSize size = new RequestSize(0);

  /**
   * @param explainer asks the egress bond, and knows which destinations come last now
   */
  CallTrail(
      Metrics metrics,
      Inquiry.Call inquiry,
      Ruling.Bridge ruling,
      Explainer explainer,
      Clock clock) {
    this.metrics = metrics;
    this.inquiry = inquiry;
    this.course = new Course.ByRule(ruling);
    this.explainer = explainer;
    this.clock = clock;
    this.notes =
        new CallNotes(
            UUID.randomUUID(),
            clock.instant(),
            CallerLeg.of(inquiry.callId(), inquiry.facts(), ruling.ingress().name()),
            ruling.egress().name());
  }

  /** Where the next hop leads, or why nowhere. Before the first attempt. */
  public synchronized void located(Resolution found) {
    resolution = Optional.of(found);
    turns =
        found.fold(
            located ->
                located.destinations().stream()
                    .collect(Collectors.toMap(Function.identity(), explainer.turns())),
            unlocated -> Map.of());
  }

  /**
   * Where the next hop leads, in the order for a request of that size. Before the first attempt.
   */
  public synchronized void located(Resolution.Located ordered, RequestSize bytes) {
    located(ordered);
    size = bytes;
  }

  /** What the egress bond said of one destination. */
  public Selection selected(Selection selection) {
    metrics.selected(selection);
    return selection;
  }

  /** An attempt begins. */
  public synchronized void tried(Attempt attempt) {
    trials.add(Trial.waiting(attempt).sized(size));
    if (size.isLarge()) {
      metrics.large(attempt.destination().transport());
    }
    notes.tried(clock.instant(), attempt);
  }

  /** The INVITE of the attempt that began last is made, with that Call-ID. */
  public synchronized void invited(String callId) {
    notes.invited(callId);
  }

  /** The callee's 2xx was passed on to the caller. */
  public synchronized void passedOn(int status) {
    notes.answered(clock.instant(), status);
  }

  /** Something happened that the call heeds. */
  public synchronized void happened(CallEvent event) {
    notes.happened(event);
  }

  /** The attempt that began last got its final answer. */
  public synchronized void answered(int status) {
    last(trial -> trial.answered(status));
    notes.attemptStatus(status);
  }

  /** The attempt that began last failed. */
  public synchronized void failed(AttemptFailure why) {
    last(trial -> trial.failed(why));
    why.status().ifPresent(notes::attemptStatus);
  }

  /** The caller gave up during the attempt that began last. */
  public synchronized void cancelled() {
    last(Trial::cancelled);
  }

  private void last(Function<Trial, Trial> ended) {
    Trial trial = ended.apply(trials.remove(trials.size() - 1));
    trials.add(trial);
    notes.attemptEnded(trial.outcome());
  }

  /** An attempt is made because the one before it failed. */
  public void failover(AttemptFailure why) {
    metrics.failover(why);
  }

  /** An answered call ends by that, and by no peer's BYE. */
  public void ended(CallEvent why) {
    metrics.ended(why);
  }

  /** The caller is answered by sipbond itself. */
  public synchronized void refused(Refusal answer) {
    metrics.refused(answer.status(), answer.cause());
    notes.refused(answer.status(), answer.cause(), answer.reason());
  }

  /**
   * What is to be kept of the call as of now; {@code how} counts where nothing has ended it yet.
   */
  synchronized CallRecord record(CallEnding how) {
    notes.ending(how);
    return notes.finish(clock.instant());
  }

  /** The same of a call that goes on. */
  synchronized CallRecord soFar() {
    return notes.finish(clock.instant());
  }

  /** All of it. */
  synchronized Explanation explanation() {
    return resolution
        .map(found -> new Explainer(explainer.select(), turns::get).explain(inquiry, course, found))
        .map(explanation -> explanation.after(trials))
        .orElseGet(() -> new Explanation(inquiry, new Outcome.Pending(course)));
  }
}
