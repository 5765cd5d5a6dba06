package org.sipbond.core.attempt;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sipbond.core.bond.Selection;

/** What a plan says when it is asked for the next attempt. */
public sealed interface NextAttempt {

  /** Calls the function of this case. */
  <T> T fold(
      BiFunction<Attempt, AttemptPlan, T> go,
      Function<Refused, T> refused,
      Function<Exhausted, T> exhausted);

  /**
   * Send this.
   *
   * @param rest what is left; ask it when the attempt has failed
   */
  record Go(Attempt attempt, AttemptPlan rest) implements NextAttempt {
    @Override
    public <T> T fold(
        BiFunction<Attempt, AttemptPlan, T> go,
        Function<Refused, T> refused,
        Function<Exhausted, T> exhausted) {
      return go.apply(attempt, rest);
    }
  }

  /**
   * Nothing was sent, because the bond has no member for any destination.
   *
   * @param destinations at least one, with what the bond said
   */
  record Refused(List<Selection.NoMember> destinations) implements NextAttempt {
    public Refused {
      destinations = List.copyOf(destinations);
    }

    @Override
    public <T> T fold(
        BiFunction<Attempt, AttemptPlan, T> go,
        Function<Refused, T> refused,
        Function<Exhausted, T> exhausted) {
      return refused.apply(this);
    }
  }

  /**
   * Nothing is left.
   *
   * @param tried every destination, in the order of trying
   */
  record Exhausted(List<Tried> tried) implements NextAttempt {
    public Exhausted {
      tried = List.copyOf(tried);
    }

    @Override
    public <T> T fold(
        BiFunction<Attempt, AttemptPlan, T> go,
        Function<Refused, T> refused,
        Function<Exhausted, T> exhausted) {
      return exhausted.apply(this);
    }
  }
}
