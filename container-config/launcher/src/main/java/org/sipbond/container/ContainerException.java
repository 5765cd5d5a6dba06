package org.sipbond.container;

import java.util.List;

/** The container could not do what it was asked; nothing half-started stays behind. */
public class ContainerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  ContainerException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  ContainerException(String problem, Throwable cause) {
    super(problem, cause);
    this.problems = List.of(problem);
  }

  /** Everything that is wrong, one line each, never empty. */
  public List<String> problems() {
    return problems;
  }
}
