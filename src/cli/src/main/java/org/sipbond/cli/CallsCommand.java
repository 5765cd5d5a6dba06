package org.sipbond.cli;

import picocli.CommandLine;

/** {@code sipbond calls list}. */
@CommandLine.Command(name = "calls", description = "list the last calls")
public final class CallsCommand extends Verb {

  @CommandLine.Command(name = "list", description = "the Call-IDs of the last calls, oldest first")
  int list(@CommandLine.Mixin Output output) {
    return ask(output, "calls");
  }
}
