package org.sipbond.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code sipbond resolve URI --bond BOND}. */
@CommandLine.Command(
    name = "resolve",
    description = "say where a bond would send what is for a URI, whatever the rules")
public final class ResolveCommand extends Verb implements Callable<Integer> {
  @CommandLine.Mixin private final Output output = new Output();

  @CommandLine.Parameters(paramLabel = "URI", description = "where to")
  private String uri = "";

  @CommandLine.Option(
      names = "--bond",
      paramLabel = "BOND",
      required = true,
      description = "it would leave by")
  private String bond = "";

  @Override
  public Integer call() {
    return ask(output, "resolve", uri, bond);
  }
}
