package org.sipbond.core.record;

import java.util.Locale;
import java.util.Optional;
import org.sipbond.core.b2bua.CallEvent;

/**
 * Who ended a call, and how.
 *
 * @param how one word or two: {@code bye}, {@code cancel}, {@code no ack}
 */
public record CallEnding(By by, String how) {
  /** Who ended it. */
  public enum By {
    CALLER,
    CALLEE,
    /** Somebody at the command line, or a program by the same way. */
    OPERATOR,
    /** The server by itself. */
    SIPBOND;

    /** {@code caller}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The server stopped while the call went on. */
  public static final CallEnding STOPPED = new CallEnding(By.SIPBOND, "server stopped");

  /** Nothing says who: something broke. */
  public static final CallEnding BROKEN = new CallEnding(By.SIPBOND, "failure");

  /**
   * How a call ends for which this is the event that decides; empty for one that decides nothing.
   */
  public static Optional<CallEnding> of(CallEvent event) {
    return switch (event) {
      case CANCEL, UNWANTED_ANSWER -> Optional.of(new CallEnding(By.CALLER, "cancel"));
      case CALLER_BYE -> Optional.of(new CallEnding(By.CALLER, "bye"));
      case CALLEE_BYE -> Optional.of(new CallEnding(By.CALLEE, "bye"));
      case FAILURE -> Optional.of(new CallEnding(By.CALLEE, "refused"));
      case REFUSED -> Optional.of(new CallEnding(By.SIPBOND, "refused"));
      case SESSION_EXPIRED -> Optional.of(new CallEnding(By.SIPBOND, "session expired"));
      case REFRESH_FAILED -> Optional.of(new CallEnding(By.SIPBOND, "refresh failed"));
      case KEEPALIVE_FAILED -> Optional.of(new CallEnding(By.SIPBOND, "keepalive failed"));
      case ORDER -> Optional.of(new CallEnding(By.OPERATOR, "order"));
      case PEER_LOST -> Optional.of(new CallEnding(By.SIPBOND, "peer lost"));
      case NO_ACK -> Optional.of(new CallEnding(By.SIPBOND, "no ack"));
      case TOO_LATE -> Optional.of(new CallEnding(By.SIPBOND, "no answer in time"));
      case TIME_UP -> Optional.of(new CallEnding(By.SIPBOND, "time up"));
      case LOCATED, ATTEMPT, SENT, ATTEMPT_FAILED, ATTEMPT_SILENT, PROVISIONAL, ANSWER, ACK ->
          Optional.empty();
    };
  }
}
