package org.sipbond.core.explain;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.sipbond.core.attempt.Turn;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.net.Destination;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Trail;

/**
 * Explains what a resolution leads to. Looks once at each destination, and begins no attempt.
 *
 * @param select asks the egress bond, with the key of the call; see {@code Bonds.select}
 * @param turns see {@code FailedDestinations.turn}
 */
public record Explainer(
    Function<Destination, Selection> select, Function<Destination, Turn> turns) {

  /** Explains what is known when DNS has answered. */
  public Explanation explain(Inquiry inquiry, Course course, Resolution resolution) {
    return new Explanation(
        inquiry,
        resolution.fold(
            located -> new Outcome.Located(course, located, candidates(located), List.of()),
            unlocated -> new Outcome.Unlocated(course, unlocated)));
  }

  /** As an {@code AttemptPlan} takes them: those that come last keep their order. */
  private List<Candidate> candidates(Resolution.Located located) {
    return located.destinations().stream()
        .map(
            destination ->
                new Candidate(
                    Trail.of(located, destination),
                    turns.apply(destination),
                    select.apply(destination)))
        .sorted(Comparator.comparing((Candidate candidate) -> !candidate.turn().now()))
        .toList();
  }
}
