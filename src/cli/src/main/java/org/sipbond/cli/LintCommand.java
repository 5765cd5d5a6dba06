package org.sipbond.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code sipbond lint}. */
@CommandLine.Command(
    name = "lint",
    description = "warn of what the active configuration probably does not mean")
public final class LintCommand extends Verb implements Callable<Integer> {
  @CommandLine.Mixin private final Output output = new Output();

  @Override
  public Integer call() {
    return ask(output, "lint");
  }
}
