package org.sipbond.management;

import java.beans.ConstructorProperties;

/** What a command of {@link CommandsMXBean} answers. A bean, as {@link ListenerView} is. */
public final class Answer {
  private final Outcome outcome;
  private final String text;

  /** How it came out; what a shell script tests. */
  public enum Outcome {
    /** Done, found, or nothing to object to. */
    OK,
    /** Asked and answered, and the answer is no: refused, not found, warnings. */
    NEGATIVE,
    /** The arguments do not make sense; the text says what was found and what is allowed. */
    INVALID
  }

  /**
   * An answer.
   *
   * @param text in the format that was asked for; of one line where the arguments are invalid
   */
  @ConstructorProperties({"outcome", "text"})
  public Answer(Outcome outcome, String text) {
    this.outcome = outcome;
    this.text = text;
  }

  /** Done, or found. */
  public static Answer ok(String text) {
    return new Answer(Outcome.OK, text);
  }

  /** The answer is no. */
  public static Answer negative(String text) {
    return new Answer(Outcome.NEGATIVE, text);
  }

  /** The arguments do not make sense. */
  public static Answer invalid(String text) {
    return new Answer(Outcome.INVALID, text);
  }

  /** How it came out. */
  public Outcome getOutcome() {
    return outcome;
  }

  /** What is shown. */
  public String getText() {
    return text;
  }
}
