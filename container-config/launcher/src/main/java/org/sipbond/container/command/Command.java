package org.sipbond.container.command;

import java.io.IOException;
import java.util.List;

/** One word after {@code bin/sipbond}. A service of this type adds a word. */
public interface Command {

  /** The word. */
  String name();

  /** What it does, for the list of commands; lower case, no full stop. */
  String purpose();

  /**
   * Does it.
   *
   * @param console what it says to whoever called
   * @param arguments what came after the word
   * @return the exit code, see {@link ExitCode}
   */
  int run(Installation installation, Console console, List<String> arguments)
      throws IOException, InterruptedException;
}
