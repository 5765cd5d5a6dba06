package org.sipbond.core.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.b2bua.CallEvent;

/** Puts a record together while the call goes on. Guarded by who holds it. */
public final class CallNotes {
  private static final int TERMINATED = 487;
  private static final int INTERNAL_ERROR = 500;
  private static final int NO_ANSWER = 0;

  private final UUID id;
  private final Instant started;
  private final CallerLeg caller;
  private final String egress;
  private final List<CallAttempt> attempts = new ArrayList<>();

  /** The final status of the attempt that began last; empty while it has none. */
  private Optional<Integer> lastStatus = Optional.empty();

  private Optional<CallOutcome> outcome = Optional.empty();
  private Optional<CallEnding> ending = Optional.empty();

  /**
   * Notes of a call that has just begun.
   *
   * @param egress the bond that the second leg is to leave by; empty where the rules refuse the
   *     call
   */
  public CallNotes(UUID id, Instant started, CallerLeg caller, String egress) {
    this.id = id;
    this.started = started;
    this.caller = caller;
    this.egress = egress;
  }

  /** An attempt begins. */
  public void tried(Instant now, Attempt attempt) {
    attempts.add(CallAttempt.begun(now, attempt));
    lastStatus = Optional.empty();
  }

  /** The INVITE of the attempt that began last is made. */
  public void invited(String callId) {
    change(attempts.get(attempts.size() - 1).withCallId(callId));
  }

  /** The attempt that began last got this final answer. */
  public void attemptStatus(int status) {
    lastStatus = Optional.of(status);
  }

  /** What became of the attempt that began last. */
  public void attemptEnded(String became) {
    change(attempts.get(attempts.size() - 1).withOutcome(became));
  }

  private void change(CallAttempt changed) {
    attempts.set(attempts.size() - 1, changed);
  }

  /** The callee's 2xx was passed on to the caller. */
  public void answered(Instant now, int status) {
    outcome = Optional.of(new CallOutcome.Answered(now, status));
  }

  /** The caller is answered by sipbond itself. */
  public void refused(int status, String cause, String reason) {
    outcome = Optional.of(new CallOutcome.Unanswered(status, cause, reason));
  }

  /** Something happened that the call heeds; the first such event that ends calls says who did. */
  public void happened(CallEvent event) {
    CallEnding.of(event).ifPresent(this::ending);
  }

  /** The call ends by this, unless something before did. */
  public void ending(CallEnding how) {
    if (ending.isEmpty()) {
      ending = Optional.of(how);
    }
  }

  /** When the call was answered; empty where it was not, or not yet. */
  public Optional<Instant> answeredAt() {
    return outcome.flatMap(CallOutcome::answeredAt);
  }

  /** The record as of now, as if the call were over. */
  public CallRecord finish(Instant now) {
    CallEnding how = ending.orElse(CallEnding.BROKEN);
    return new CallRecord(
        id,
        started,
        now.isBefore(started) ? started : now,
        caller,
        egress,
        attempts,
        outcome.orElseGet(() -> unanswered(how)),
        how);
  }

  /** The final answer was the callee's, or the container's to who gave up. */
  private CallOutcome unanswered(CallEnding how) {
    int status =
        switch (how.by()) {
          case CALLEE -> lastStatus.orElse(INTERNAL_ERROR);
          case CALLER, OPERATOR -> TERMINATED;
          case SIPBOND -> how.equals(CallEnding.STOPPED) ? NO_ANSWER : INTERNAL_ERROR;
        };
    return new CallOutcome.Unanswered(status, "", "");
  }
}
