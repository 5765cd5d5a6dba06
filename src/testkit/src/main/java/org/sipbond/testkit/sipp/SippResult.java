package org.sipbond.testkit.sipp;

/**
 * What SIPp counted.
 *
 * @param exitCode 0 when every call was successful
 * @param retransmissions that SIPp sent
 * @param errors the end of its error log; empty when it wrote none
 */
public record SippResult(
    int exitCode, long created, long successful, long failed, long retransmissions, String errors) {

  /** Whether that many calls were made, all successful, and SIPp says the same. */
  public boolean allSuccessful(long calls) {
    return exitCode == 0 && created == calls && successful == calls && failed == 0;
  }

  /** The numbers, then the errors on lines of their own. */
  @Override
  public String toString() {
    return "sipp: exit code %d; calls: %d created, %d successful, %d failed; %d retransmissions%s"
        .formatted(
            exitCode,
            created,
            successful,
            failed,
            retransmissions,
            errors.isEmpty() ? "" : "\n" + errors);
  }
}
