package org.sipbond.cli;

import picocli.CommandLine;

/** {@code sipbond listeners list}. */
@CommandLine.Command(name = "listeners", description = "list the listeners")
public final class ListenersCommand extends Verb {

  @CommandLine.Command(
      name = "list",
      description = "the listeners of the configuration, and what peers see of them")
  int list(@CommandLine.Mixin Output output) {
    return ask(output, "listeners");
  }
}
