package org.sipbond.core.config;

import java.util.Comparator;

/**
 * One thing that is wrong in the configuration.
 *
 * @param key the path of the key, as in {@code bonds.extern.on-no-match}; rules are counted from 1
 * @param found what is there, a value in quotation marks
 * @param allowed what may be there
 */
public record Problem(Origin origin, String key, String found, String allowed) {
  /** By file and line. */
  public static final Comparator<Problem> IN_ORDER =
      Comparator.comparing((Problem problem) -> problem.origin().file())
          .thenComparingInt(problem -> problem.origin().line());

  /** {@code sipbond.conf:12: listeners.ext: found "udp:192.0.2.300:5060"; allowed: ...}. */
  @Override
  public String toString() {
    return origin + ": " + key + ": found " + found + "; allowed: " + allowed;
  }
}
