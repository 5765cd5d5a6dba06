package org.sipbond.cli;

import picocli.CommandLine;

/** {@code sipbond bonds list}. */
@CommandLine.Command(name = "bonds", description = "list the bonds")
public final class BondsCommand extends Verb {

  @CommandLine.Command(
      name = "list",
      description = "the bonds of the configuration, and what each can send")
  int list(@CommandLine.Mixin Output output) {
    return ask(output, "bonds");
  }
}
