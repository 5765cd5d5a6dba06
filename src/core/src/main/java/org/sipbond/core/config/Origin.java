package org.sipbond.core.config;

/**
 * Where something in the configuration was written.
 *
 * @param file as the reader is to find it: a file, or the descriptor that overrides a key
 * @param line from 1; 0 where there are no lines
 */
public record Origin(String file, int line) {

  /** {@code sipbond.conf:12}, or the file alone. */
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
