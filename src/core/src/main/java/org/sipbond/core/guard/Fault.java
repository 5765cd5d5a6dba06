package org.sipbond.core.guard;

/**
 * One thing that a message says of its sender and that is not so.
 *
 * @param header what it is counted by: {@code via}, {@code contact}, {@code record-route}, {@code
 *     path}, {@code source}
 * @param found as {@code udp:192.0.2.4:5060} where it can be read, else as it is
 * @param allowed the same of what it should be
 */
public record Fault(String header, String found, String allowed) {

  /** {@code contact is udp:192.0.2.4:5060; allowed: udp:198.51.100.7:5060}. */
  @Override
  public String toString() {
    return header + " is " + found + "; allowed: " + allowed;
  }
}
