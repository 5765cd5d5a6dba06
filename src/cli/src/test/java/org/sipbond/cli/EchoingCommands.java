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

  @Override
  public Answer explain(String uri, String from, String source, String method, String format) {
    return echo("explain", uri, from, source, method, format);
  }

  @Override
  public Answer resolve(String uri, String bond, String format) {
    return echo("resolve", uri, bond, format);
  }

  @Override
  public Answer lint(String format) {
    return echo("lint", format);
  }

  @Override
  public Answer blacklist(String format) {
    return echo("blacklist", format);
  }

  @Override
  public Answer blacklistAdd(String destination, String format) {
    return echo("blacklistAdd", destination, format);
  }

  @Override
  public Answer blacklistRemove(String destination, String format) {
    return echo("blacklistRemove", destination, format);
  }

  @Override
  public Answer blacklistClear(String format) {
    return echo("blacklistClear", format);
  }

  @Override
  public Answer dnsShow(String name, String format) {
    return echo("dnsShow", name, format);
  }

  @Override
  public Answer dnsFlush(String name, String format) {
    return echo("dnsFlush", name, format);
  }

  private Answer echo(String... words) {
    return new Answer(outcome, String.join("|", words));
  }
}
