package org.sipbond.cli;

import picocli.CommandLine;

/** {@code sipbond listeners list|drain|resume}. */
@CommandLine.Command(name = "listeners", description = "list the listeners, take one out of use")
public final class ListenersCommand extends Verb {
  private static final String NAME = "LISTENER";
  private static final String OF_THE_CONFIGURATION = "its name in the configuration";

  @CommandLine.Command(
      name = "list",
      description = "the listeners of the configuration, and what peers see of them")
  int list(@CommandLine.Mixin Output output) {
    return ask(output, "listeners");
  }

  @CommandLine.Command(
      name = "drain",
      description = "let nothing new begin at one; what has begun goes on")
  int drain(
      @CommandLine.Mixin Output output,
      @CommandLine.Parameters(paramLabel = NAME, description = OF_THE_CONFIGURATION) String name) {
    return ask(output, "listenersDrain", name);
  }

  @CommandLine.Command(name = "resume", description = "take a drained one into use again")
  int resume(
      @CommandLine.Mixin Output output,
      @CommandLine.Parameters(paramLabel = NAME, description = OF_THE_CONFIGURATION) String name) {
    return ask(output, "listenersResume", name);
  }
}
