package org.sipbond.cli;

import picocli.CommandLine;

/** {@code sipbond dns show|flush [NAME]}. */
@CommandLine.Command(name = "dns", description = "show and flush what is remembered of DNS")
public final class DnsCommand extends Verb {
  private static final String NAME = "NAME";
  private static final String MEANING = "a domain; else all";

  @CommandLine.Command(name = "show", description = "answers, and what is left of their time")
  int show(
      @CommandLine.Mixin Output output,
      @CommandLine.Parameters(paramLabel = NAME, description = MEANING, defaultValue = "")
          String name) {
    return ask(output, "dnsShow", name);
  }

  @CommandLine.Command(name = "flush", description = "forget answers, so that servers are asked")
  int flush(
      @CommandLine.Mixin Output output,
      @CommandLine.Parameters(paramLabel = NAME, description = MEANING, defaultValue = "")
          String name) {
    return ask(output, "dnsFlush", name);
  }
}
