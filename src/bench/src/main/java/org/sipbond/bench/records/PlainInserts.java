package org.sipbond.bench.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.sipbond.core.record.CallAttempt;
import org.sipbond.core.record.CallOutcome;
import org.sipbond.core.record.CallRecord;

/** The same rows by JDBC alone: one connection, batches of 500 calls, a commit after each. */
final class PlainInserts {
  private static final int BATCH = 500;
  private static final String CALL =
      "insert into sipbond_call (id, started, answered, ended, status, ended_by, how, cause, reason,"
          + " call_id, bond, listener, source, from_uri, to_uri, request_uri, egress)"
          + " values (?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ATTEMPT =
      "insert into sipbond_call_attempt"
          + " (call_ref, place, started, call_id, destination, bond, member, outcome)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?)";

  private PlainInserts() {}

  static void run(DataSource source, List<CallRecord> calls) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement call = connection.prepareStatement(CALL);
        PreparedStatement attempt = connection.prepareStatement(ATTEMPT)) {
      connection.setAutoCommit(false);
      for (int from = 0; from < calls.size(); from += BATCH) {
        for (CallRecord one : calls.subList(from, Math.min(from + BATCH, calls.size()))) {
          add(call, one);
          for (int place = 0; place < one.attempts().size(); place++) {
            add(attempt, one, place);
          }
        }
        call.executeBatch();
        attempt.executeBatch();
        connection.commit();
      }
    }
  }

  private static void add(PreparedStatement row, CallRecord call) throws SQLException {
    Optional<OffsetDateTime> answered =
        call.outcome().answeredAt().map(time -> time.atOffset(ZoneOffset.UTC));
    set(
        row,
        call.id(),
        call.started().atOffset(ZoneOffset.UTC),
        answered.orElseThrow(),
        call.ended().atOffset(ZoneOffset.UTC),
        call.outcome().fold(CallOutcome.Answered::status, CallOutcome.Unanswered::status),
        call.ending().by().label(),
        call.ending().how(),
        call.caller().callId(),
        call.caller().bond(),
        call.caller().listener(),
        call.caller().source(),
        call.caller().from(),
        call.caller().to(),
        call.caller().requestUri(),
        call.egress());
  }

  private static void add(PreparedStatement row, CallRecord call, int place) throws SQLException {
    CallAttempt attempt = call.attempts().get(place);
    set(
        row,
        call.id(),
        place,
        attempt.started().atOffset(ZoneOffset.UTC),
        attempt.callId(),
        attempt.destination(),
        attempt.bond(),
        attempt.member(),
        attempt.outcome());
  }

  private static void set(PreparedStatement row, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
    row.addBatch();
  }
}
