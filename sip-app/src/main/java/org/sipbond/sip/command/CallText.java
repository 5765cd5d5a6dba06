package org.sipbond.sip.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.core.explain.Printable;
import org.sipbond.core.record.CallAttempt;
import org.sipbond.core.record.CallRecord;

/** Writes calls for a person. */
final class CallText {
  private CallText() {}

  /** The cells of a call that is over. */
  static List<String> row(CallRecord call) {
    return cells(
        call.started().toString(),
        Integer.toString(call.outcome().status()),
        call.outcome().answeredAt().isPresent() ? seconds(call.talked()) : "-",
        ending(call),
        bonds(call),
        call.caller().from(),
        call.caller().to(),
        call.caller().callId());
  }

  /** The cells of a call that goes on. */
  static List<String> activeRow(CallRecord call) {
    return cells(
        call.started().toString(),
        call.outcome().answeredAt().isPresent() ? "answered" : "calling",
        bonds(call),
        call.caller().from(),
        call.caller().to(),
        call.caller().callId());
  }

  /** All of a call that is over, a line for each thing. */
  static String whole(CallRecord call) {
    List<List<String>> rows = begun(call);
    rows.add(cells("ended", call.ended() + " by " + ending(call)));
    rows.add(cells("status", status(call)));
    rows.addAll(legs(call));
    return Table.of(rows);
  }

  /** All of a call that goes on, likewise. */
  static String wholeOfActive(CallRecord call) {
    List<List<String>> rows = begun(call);
    rows.addAll(legs(call));
    return Table.of(rows);
  }

  private static List<List<String>> begun(CallRecord call) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells("call-id", call.caller().callId()));
    rows.add(cells("started", call.started().toString()));
    rows.add(cells("answered", call.outcome().answeredAt().map(Instant::toString).orElse("no")));
    return rows;
  }

  private static List<List<String>> legs(CallRecord call) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells("from", call.caller().from()));
    rows.add(cells("to", call.caller().to()));
    rows.add(cells("request-uri", call.caller().requestUri()));
    rows.add(cells("came", call.caller().source() + " to " + call.caller().listener()));
    rows.add(cells("bonds", bonds(call)));
    call.attempts().forEach(attempt -> rows.add(cells("attempt", text(attempt))));
    rows.add(cells("why", "sipbond explain --call-id " + call.caller().callId()));
    return rows;
  }

  private static String ending(CallRecord call) {
    return call.ending().by().label() + ": " + call.ending().how();
  }

  /** {@code intern > extern}. */
  private static String bonds(CallRecord call) {
    return Stream.of(call.caller().bond(), call.egress())
        .filter(bond -> !bond.isEmpty())
        .collect(Collectors.joining(" > "));
  }

  private static String status(CallRecord call) {
    return call.outcome()
        .fold(
            answered -> Integer.toString(answered.status()),
            unanswered -> (unanswered.status() + " " + unanswered.reason()).strip());
  }

  private static String text(CallAttempt attempt) {
    return attempt.destination()
        + " by "
        + attempt.member()
        + " of bond "
        + attempt.bond()
        + ": "
        + attempt.outcome()
        + ", call-id "
        + attempt.callId();
  }

  /** {@code 65.120s}. */
  private static String seconds(Duration talked) {
    return "%d.%03ds".formatted(talked.toSeconds(), talked.toMillisPart());
  }

  /** Texts of peers as a terminal can show them. */
  private static List<String> cells(String... texts) {
    return Stream.of(texts).map(Printable::text).toList();
  }
}
