package org.sipbond.cli;

import picocli.CommandLine;

/** {@code sipbond blacklist list|add|remove|clear}. */
@CommandLine.Command(
    name = "blacklist",
    description = "list and change the destinations that are tried last")
public final class BlacklistCommand extends Verb {
  private static final String DESTINATION = "DESTINATION";
  private static final String NOTATION = "such as udp:192.0.2.1:5060";

  @CommandLine.Command(name = "list", description = "those that come last for now, and why")
  int list(@CommandLine.Mixin Output output) {
    return ask(output, "blacklist");
  }

  @CommandLine.Command(name = "add", description = "let one come last, as after a failure")
  int add(
      @CommandLine.Mixin Output output,
      @CommandLine.Parameters(paramLabel = DESTINATION, description = NOTATION)
          String destination) {
    return ask(output, "blacklistAdd", destination);
  }

  @CommandLine.Command(name = "remove", description = "let one come in its turn again")
  int remove(
      @CommandLine.Mixin Output output,
      @CommandLine.Parameters(paramLabel = DESTINATION, description = NOTATION)
          String destination) {
    return ask(output, "blacklistRemove", destination);
  }

  @CommandLine.Command(name = "clear", description = "let all come in their turn again")
  int clear(@CommandLine.Mixin Output output) {
    return ask(output, "blacklistClear");
  }
}
