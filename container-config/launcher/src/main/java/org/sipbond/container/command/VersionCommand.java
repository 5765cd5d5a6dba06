package org.sipbond.container.command;

import java.util.List;

/** Says what this is and on what it runs. */
final class VersionCommand implements Command {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public String purpose() {
    return "print the version";
  }

  @Override
  public int run(Installation installation, Console console, List<String> arguments) {
    console.say(Version.text() + ", Java " + Runtime.version());
    return ExitCode.OK;
  }
}
