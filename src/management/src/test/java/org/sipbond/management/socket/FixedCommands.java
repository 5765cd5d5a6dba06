package org.sipbond.management.socket;

import org.sipbond.management.Answer;
import org.sipbond.management.CommandsMXBean;

/** Answers with what it was asked. */
final class FixedCommands implements CommandsMXBean {
  @Override
  public Answer listeners(String format) {
    return Answer.ok("two\nlisteners as " + format);
  }

  @Override
  public Answer bonds(String format) {
    return Answer.invalid("format " + format + "; allowed: text, json");
  }

  @Override
  public Answer calls(String format) {
    throw new IllegalStateException("the log is gone");
  }

  @Override
  public Answer explainCall(String callId, String format) {
    return Answer.negative("call " + callId + " is not known, as " + format);
  }
}
