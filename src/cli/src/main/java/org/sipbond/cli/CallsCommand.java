package org.sipbond.cli;

import picocli.CommandLine;

/** {@code sipbond calls list|show|end}. */
@CommandLine.Command(name = "calls", description = "list, show and end calls")
public final class CallsCommand extends Verb {
  private static final String CALL_ID = "CALL-ID";
  private static final String EITHER = "of either leg";
  private static final String TIME = "TIME";

  @CommandLine.Command(name = "list", description = "the last calls, the newest last")
  int list(
      @CommandLine.Mixin Output output,
      @CommandLine.Option(names = "--active", description = "those that go on; else those over")
          boolean active,
      @CommandLine.Option(
              names = "--from",
              paramLabel = TIME,
              description = "started then or later: 2026-11-21T12:00:00Z or 2026-11-21",
              defaultValue = "")
          String from,
      @CommandLine.Option(
              names = "--to",
              paramLabel = TIME,
              description = "started before",
              defaultValue = "")
          String to,
      @CommandLine.Option(
              names = "--limit",
              paramLabel = "N",
              description = "the last N; else 50",
              defaultValue = "")
          String limit) {
    return ask(output, "calls", active ? "active" : "", from, to, limit);
  }

  @CommandLine.Command(name = "show", description = "all that is known of one")
  int show(
      @CommandLine.Mixin Output output,
      @CommandLine.Parameters(paramLabel = CALL_ID, description = EITHER) String callId) {
    return ask(output, "callShow", callId);
  }

  @CommandLine.Command(name = "end", description = "end one that goes on, on both sides")
  int end(
      @CommandLine.Mixin Output output,
      @CommandLine.Parameters(paramLabel = CALL_ID, description = EITHER) String callId) {
    return ask(output, "callEnd", callId);
  }
}
