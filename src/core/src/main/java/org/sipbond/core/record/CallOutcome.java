package org.sipbond.core.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** What the caller was answered finally. */
public sealed interface CallOutcome {

  /** One function for each case. */
  <T> T fold(Function<Answered, T> answered, Function<Unanswered, T> unanswered);

  /** The status of the final response to the caller; 0 where it got none. */
  default int status() {
    return fold(Answered::status, Unanswered::status);
  }

  /** When the callee's 2xx was passed on; empty where there was no conversation. */
  default Optional<Instant> answeredAt() {
    return fold(answered -> Optional.of(answered.at()), unanswered -> Optional.empty());
  }

  /**
   * The callee's 2xx was passed on.
   *
   * @param at in whole milliseconds
   * @param status 200 to 299
   */
  record Answered(Instant at, int status) implements CallOutcome {
    public Answered {
      at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public <T> T fold(Function<Answered, T> answered, Function<Unanswered, T> unanswered) {
      return answered.apply(this);
    }
  }

  /**
   * There was no conversation.
   *
   * @param status 300 to 699; 487 where the call was given up before an answer; 0 where the server
   *     stopped before any
   * @param cause the word that sipbond counts its refusals by, such as {@code no-member}; empty
   *     where the answer is the callee's or the caller gave up
   * @param reason why sipbond refused, one line; empty likewise
   */
  record Unanswered(int status, String cause, String reason) implements CallOutcome {
    @Override
    public <T> T fold(Function<Answered, T> answered, Function<Unanswered, T> unanswered) {
      return unanswered.apply(this);
    }
  }
}
