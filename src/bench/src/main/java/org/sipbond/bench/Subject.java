package org.sipbond.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A program under load. */
interface Subject {
  /** As it is printed. */
  String name();

  /**
   * Starts it cold; it answers when this returns.
   *
   * @param folder an empty one for its files
   */
  Running start(Network network, Path folder) throws IOException, InterruptedException;
}
