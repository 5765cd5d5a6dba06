package org.sipbond.core.resolve;

import java.util.Set;
import java.util.function.Function;

/** What a resolution needs next, or what it came to. */
sealed interface Step {

  <T> T fold(Function<Set<Question>, T> ask, Function<Resolution, T> done);

  /** Questions that do not wait for each other; at least one. */
  record Ask(Set<Question> questions) implements Step {
    @Override
    public <T> T fold(Function<Set<Question>, T> ask, Function<Resolution, T> done) {
      return ask.apply(questions);
    }
  }

  record Done(Resolution resolution) implements Step {
    @Override
    public <T> T fold(Function<Set<Question>, T> ask, Function<Resolution, T> done) {
      return done.apply(resolution);
    }
  }
}
