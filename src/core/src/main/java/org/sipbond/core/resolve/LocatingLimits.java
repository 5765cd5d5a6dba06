package org.sipbond.core.resolve;

/**
 * How much one URI may cost, whatever DNS says.
 *
 * @param records of one answer; more is a failure
 * @param questions of one resolution; what is left is not asked
 * @param destinations of one resolution; the last ones are dropped
 */
public record LocatingLimits(int records, int questions, int destinations) {
  public static final LocatingLimits DEFAULT = new LocatingLimits(100, 64, 32);

  public LocatingLimits {
    if (records < 1 || questions < 1 || destinations < 1) {
      throw new IllegalArgumentException(
          "limits are "
              + (records + ", " + questions + ", " + destinations)
              + "; allowed: 1 or more each");
    }
  }
}
