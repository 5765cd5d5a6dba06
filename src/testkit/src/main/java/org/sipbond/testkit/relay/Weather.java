package org.sipbond.testkit.relay;

import java.time.Duration;

/**
 * How bad a network is, for each datagram on its own.
 *
 * @param loss how likely it is lost, from 0 to 1
 * @param late how likely it is held back, so that others overtake it, from 0 to 1
 * @param delay how long a late one is held back at most
 * @param seed the same one makes the same decisions, datagram by datagram
 */
public record Weather(double loss, double late, Duration delay, long seed) {

  /** Fails on what is no probability. */
  public Weather {
    if (!isProbability(loss) || !isProbability(late)) {
      throw new IllegalArgumentException(
          "found loss %s and late %s; allowed: 0 to 1".formatted(loss, late));
    }
  }

  private static boolean isProbability(double value) {
    return value >= 0 && value <= 1;
  }
}
