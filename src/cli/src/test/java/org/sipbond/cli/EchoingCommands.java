package org.sipbond.cli;

import org.sipbond.management.Answer;
import org.sipbond.management.Answer.Outcome;
import org.sipbond.management.CommandsMXBean;

/** Answers each operation with its name and arguments. */
final class EchoingCommands implements CommandsMXBean {
  private final Outcome outcome;

  EchoingCommands(Outcome outcome) {
    this.outcome = outcome;
  }

  @Override
  public Answer listeners(String format) {
    return echo("listeners", format);
  }

  @Override
  public Answer bonds(String format) {
    return echo("bonds", format);
  }

  @Override
  public Answer calls(String format) {
    return echo("calls", format);
  }

  @Override
  public Answer explainCall(String callId, String format) {
    return echo("explainCall", callId, format);
  }

  private Answer echo(String... words) {
    return new Answer(outcome, String.join("|", words));
  }
}
