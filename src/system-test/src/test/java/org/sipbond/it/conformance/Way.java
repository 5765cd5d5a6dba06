package org.sipbond.it.conformance;

import java.util.Arrays;
import java.util.List;
import org.sipbond.it.Medium;

/**
 * A column of the table.
 *
 * @param in how the first request reaches sipbond
 * @param out how the second leg leaves it
 */
record Way(Medium in, Medium out) {

  /** From every medium to every medium. */
  static List<Way> all() {
    return Arrays.stream(Medium.values())
        .flatMap(in -> Arrays.stream(Medium.values()).map(out -> new Way(in, out)))
        .toList();
  }

  /** {@code udp4 to tls6}. */
  @Override
  public String toString() {
    return in + " to " + out;
  }
}
