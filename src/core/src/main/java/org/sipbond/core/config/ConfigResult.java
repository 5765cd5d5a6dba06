package org.sipbond.core.config;

import java.util.List;
import java.util.function.Function;

/** What a document is: a configuration, or everything that keeps it from being one. */
public sealed interface ConfigResult {

  /** Calls the function of this case. */
  <T> T fold(Function<AppConfig, T> valid, Function<List<Problem>, T> invalid);

  /** A configuration without a problem. */
  record Valid(AppConfig config) implements ConfigResult {
    @Override
    public <T> T fold(Function<AppConfig, T> valid, Function<List<Problem>, T> invalid) {
      return valid.apply(config);
    }
  }

  /**
   * No configuration.
   *
   * @param problems at least one, by file and line
   */
  record Invalid(List<Problem> problems) implements ConfigResult {
    public Invalid {
      problems = problems.stream().sorted(Problem.IN_ORDER).toList();
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("no problem was given; allowed: at least one");
      }
    }

    @Override
    public <T> T fold(Function<AppConfig, T> valid, Function<List<Problem>, T> invalid) {
      return invalid.apply(problems);
    }
  }
}
