package org.sipbond.cli;

import org.sipbond.management.CommandsMXBean;
import picocli.CommandLine;

/** What every command lets its caller choose of the answer. */
final class Output {
  @CommandLine.Option(names = "--json", description = "answer in JSON")
  private boolean json;

  /** The format that the application is asked for. */
  String format() {
    return json ? CommandsMXBean.JSON : CommandsMXBean.TEXT;
  }
}
