package org.sipbond.sip.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final List<Trial> trials = new ArrayList<>();
  private Optional<Resolution> resolution = Optional.empty();
  private Map<Destination, Turn> turns = Map.of();
  private RequestSize size = new RequestSize(0);

  /**
   * @param explainer asks the egress bond, and knows which destinations come last now
   */
  CallTrail(Metrics metrics, Inquiry.Call inquiry, Ruling.Bridge ruling, Explainer explainer) {
    this.metrics = metrics;
    this.inquiry = inquiry;
    this.course = new Course.ByRule(ruling);
    this.explainer = explainer;
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
  }

  /** The attempt that began last got its final answer. */
  public synchronized void answered(int status) {
    last(trial -> trial.answered(status));
  }

  /** The attempt that began last failed. */
  public synchronized void failed(AttemptFailure why) {
    last(trial -> trial.failed(why));
  }

  /** The caller gave up during the attempt that began last. */
  public synchronized void cancelled() {
    last(Trial::cancelled);
  }

  private void last(Function<Trial, Trial> ended) {
    trials.add(ended.apply(trials.remove(trials.size() - 1)));
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
  public void refused(Refusal answer) {
    metrics.refused(answer.status(), answer.cause());
  }

  /** All of it. */
  synchronized Explanation explanation() {
    return resolution
        .map(found -> new Explainer(explainer.select(), turns::get).explain(inquiry, course, found))
        .map(explanation -> explanation.after(trials))
        .orElseGet(() -> new Explanation(inquiry, new Outcome.Pending(course)));
  }
}
