package org.sipbond.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code sipbond explain --call-id ID}. */
@CommandLine.Command(name = "explain", description = "say why a call went where it did")
public final class ExplainCommand extends Verb implements Callable<Integer> {
  @CommandLine.Mixin private final Output output = new Output();

  @CommandLine.Option(
      names = "--call-id",
      paramLabel = "ID",
      required = true,
      description = "of one of the last calls, as the caller sent it")
  private String callId = "";

  @Override
  public Integer call() {
    return ask(output, "explainCall", callId);
  }
}
