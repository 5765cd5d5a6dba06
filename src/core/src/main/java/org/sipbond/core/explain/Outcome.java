package org.sipbond.core.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.rule.Ruling;

/** How far it came. */
public sealed interface Outcome {

  /** Calls the function of this case. */
  <T> T fold(
      Function<Refused, T> refused,
      Function<Pending, T> pending,
      Function<Unlocated, T> unlocated,
      Function<Located, T> located);

  /** The rules refuse it. */
  record Refused(Ruling.Refuse refusal) implements Outcome {
    @Override
    public <T> T fold(
        Function<Refused, T> refused,
        Function<Pending, T> pending,
        Function<Unlocated, T> unlocated,
        Function<Located, T> located) {
      return refused.apply(this);
    }
  }

  /** DNS has not answered yet. */
  record Pending(Course course) implements Outcome {
    @Override
    public <T> T fold(
        Function<Refused, T> refused,
        Function<Pending, T> pending,
        Function<Unlocated, T> unlocated,
        Function<Located, T> located) {
      return pending.apply(this);
    }
  }

  /** The URI leads nowhere. */
  record Unlocated(Course course, Resolution.Unlocated resolution) implements Outcome {
    @Override
    public <T> T fold(
        Function<Refused, T> refused,
        Function<Pending, T> pending,
        Function<Unlocated, T> unlocated,
        Function<Located, T> located) {
      return unlocated.apply(this);
    }
  }

  /**
   * The URI leads somewhere.
   *
   * @param candidates in the order of trying
   * @param trials the attempts of a call, in the order of trying; none for what was only asked
   */
  record Located(
      Course course, Resolution.Located resolution, List<Candidate> candidates, List<Trial> trials)
      implements Outcome {
    public Located {
      candidates = List.copyOf(candidates);
      trials = List.copyOf(trials);
    }

    @Override
    public <T> T fold(
        Function<Refused, T> refused,
        Function<Pending, T> pending,
        Function<Unlocated, T> unlocated,
        Function<Located, T> located) {
      return located.apply(this);
    }

    /**
     * The last attempt that was made, else the first that would be made; empty where no candidate
     * has a member.
     */
    Optional<Attempt> chosen() {
      Stream<Attempt> would =
          candidates.stream()
              .flatMap(
                  candidate ->
                      candidate
                          .selection()
                          .fold(chosen -> Stream.of(new Attempt(chosen)), none -> Stream.empty()));
      return trials.isEmpty()
          ? would.findFirst()
          : Optional.of(trials.get(trials.size() - 1).attempt());
    }
  }
}
