package org.sipbond.persistence.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sipbond.core.record.CallAttempt;
import org.sipbond.core.record.CallEnding;
import org.sipbond.core.record.CallOutcome;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallerLeg;

/** Translates between records and rows. Lengths are those of the columns. */
final class CallMapper {
  /** Of a Call-ID. */
  static final int ID = 255;

  private static final int NAME = 64;
  private static final int LISTENER = 128;
  private static final int WORD = 32;
  private static final int ADDRESS = 45;
  private static final int TEXT = 255;
  private static final int URI = 512;

  private CallMapper() {}

  static CallEntity row(CallRecord call) {
    CallEntity row = new CallEntity();
    row.id = call.id();
    row.started = call.started();
    row.ended = call.ended();
    row.endedBy = call.ending().by().label();
    row.how = Texts.fit(call.ending().how(), WORD);
    row.egress = Texts.fit(call.egress(), NAME);
    outcome(row, call.outcome());
    caller(row, call.caller());
    return row;
  }

  private static void outcome(CallEntity row, CallOutcome outcome) {
    row.status = outcome.status();
    row.answered = outcome.answeredAt().orElse(null);
    row.cause = Texts.fit(outcome.fold(answered -> "", CallOutcome.Unanswered::cause), NAME);
    row.reason = Texts.fit(outcome.fold(answered -> "", CallOutcome.Unanswered::reason), TEXT);
  }

  private static void caller(CallEntity row, CallerLeg caller) {
    row.callId = Texts.fit(caller.callId(), ID);
    row.bond = Texts.fit(caller.bond(), NAME);
    row.listener = Texts.fit(caller.listener(), LISTENER);
    row.source = Texts.fit(caller.source(), ADDRESS);
    row.fromUri = Texts.fit(caller.from(), URI);
    row.toUri = Texts.fit(caller.to(), URI);
    row.requestUri = Texts.fit(caller.requestUri(), URI);
  }

  static List<AttemptEntity> attempts(CallRecord call) {
    List<AttemptEntity> rows = new ArrayList<>();
    for (CallAttempt attempt : call.attempts()) {
      AttemptEntity row = new AttemptEntity();
      row.callRef = call.id();
      row.place = rows.size();
      row.started = attempt.started();
      row.callId = Texts.fit(attempt.callId(), ID);
      row.destination = Texts.fit(attempt.destination(), TEXT);
      row.bond = Texts.fit(attempt.bond(), NAME);
      row.member = Texts.fit(attempt.member(), LISTENER);
      row.outcome = Texts.fit(attempt.outcome(), NAME);
      rows.add(row);
    }
    return rows;
  }

  /** The record of a row and of those of its attempts, which are in order. */
  static CallRecord record(CallEntity row, List<AttemptEntity> attempts) {
    return new CallRecord(
        row.id,
        row.started,
        row.ended,
        new CallerLeg(
            row.callId, row.bond, row.listener, row.source, row.fromUri, row.toUri, row.requestUri),
        row.egress,
        attempts.stream().map(CallMapper::attempt).toList(),
        outcome(row),
        new CallEnding(CallEnding.By.valueOf(row.endedBy.toUpperCase(Locale.ROOT)), row.how));
  }

  private static CallOutcome outcome(CallEntity row) {
    return row.answered == null
        ? new CallOutcome.Unanswered(row.status, row.cause, row.reason)
        : new CallOutcome.Answered(row.answered, row.status);
  }

  private static CallAttempt attempt(AttemptEntity row) {
    return new CallAttempt(
        row.started, row.callId, row.destination, row.bond, row.member, row.outcome);
  }
}
