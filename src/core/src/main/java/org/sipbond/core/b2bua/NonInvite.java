package org.sipbond.core.b2bua;

import java.time.Duration;

/**
 * What is different where a request is no INVITE: its transaction has to end before the caller's
 * timer F, 64*T1, does it. See RFC 4320 and RFC 4321.
 */
public final class NonInvite {
  /**
   * When 100 is sent where there is no final response yet: when timer E of the caller is at T2, and
   * not before. See RFC 4320 §4.1.
   */
  public static final Duration TRYING_AFTER = Duration.ofMillis(3_500);

  /**
   * When the caller is answered at the latest: 2 seconds before its timer F. Without any answer it
   * would take sipbond for dead, and not what is behind it. See RFC 4321 §1.3.
   */
  public static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private static final int REQUEST_TIMEOUT = 408;
  private static final int SERVER_TIMEOUT = 504;

  private NonInvite() {}

  /** The final status that goes on to the caller. 408 must not (RFC 4320 §4.2): it says 504. */
  public static int passing(int status) {
    return status == REQUEST_TIMEOUT ? SERVER_TIMEOUT : status;
  }
}
