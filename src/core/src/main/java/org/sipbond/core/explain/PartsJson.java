package org.sipbond.core.explain;

import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.attempt.FailedDestination;
import org.sipbond.core.attempt.Turn;
import org.sipbond.core.bond.Rejection;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.json.Json;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.Dropped;
import org.sipbond.core.resolve.Findings;

/** Writes what an explanation consists of as JSON. */
public final class PartsJson {
  private PartsJson() {}

  static Json of(Findings findings) {
    return Json.fields()
        .with("answers", Json.list(findings.answers().stream().map(PartsJson::of)))
        .with("dropped", Json.list(findings.dropped().stream().map(PartsJson::of)));
  }

  static Json of(Candidate candidate) {
    Json.Fields fields =
        of(candidate.destination()).with("foundBy", Json.texts(candidate.trail().questions()));
    Json.Fields more =
        candidate
            .turn()
            .fold(
                () -> fields,
                late -> fields.with("last", of(late)),
                why -> fields.with("last", of(why)));
    return candidate
        .selection()
        .fold(chosen -> more.with(member(chosen)), none -> more)
        .with(
            "rejected",
            Json.list(
                candidate
                    .selection()
                    .fold(Selection.Chosen::rejected, Selection.NoMember::rejected)
                    .stream()
                    .map(PartsJson::of)));
  }

  static Json.Fields of(Attempt attempt) {
    return of(attempt.destination()).with(member(attempt.member()));
  }

  static Json of(Trial trial) {
    Json.Fields fields = of(trial.attempt()).with("outcome", trial.outcome());
    return trial.remark().isEmpty() ? fields : fields.with("remark", trial.remark());
  }

  static Json of(SentHeaders headers) {
    return Json.fields()
        .with("via", headers.via())
        .with("contact", headers.contact())
        .with("recordRoute", headers.recordRoute());
  }

  /** An answer of DNS. */
  public static Json of(DnsAnswer answer) {
    return Json.fields()
        .with("type", answer.question().type().name())
        .with("name", answer.question().name())
        .with("status", answer.status().label())
        .with("records", Json.texts(answer.records()))
        .with("ttl", answer.ttl().toSeconds())
        .with("server", answer.server())
        .with("freshness", answer.freshness().toString());
  }

  private static Json of(Dropped dropped) {
    return Json.fields().with("what", dropped.what()).with("reason", dropped.reason());
  }

  /** A destination. */
  public static Json.Fields of(Destination destination) {
    return Json.fields()
        .with("destination", destination.toString())
        .with("transport", destination.transport().toString())
        .with("address", IpLiteral.text(destination.address()))
        .with("port", destination.port())
        .with("domain", destination.domain());
  }

  private static Json of(Turn.Unanswered late) {
    return Json.fields().with("why", "unanswered").with("since", late.since().toString());
  }

  /** Why a destination comes last. */
  public static Json.Fields of(FailedDestination failed) {
    return Json.fields()
        .with("why", failed.why())
        .with("since", failed.since().toString())
        .with("until", failed.until().toString());
  }

  private static Json.Fields member(Selection.Chosen chosen) {
    return Json.fields()
        .with("member", chosen.listener().name())
        .with("socket", chosen.listener().notation())
        .with("bond", chosen.bond().name());
  }

  private static Json of(Rejection rejection) {
    return Json.fields()
        .with("bond", rejection.bond())
        .with("member", rejection.listener().name())
        .with("socket", rejection.listener().notation())
        .with("cause", Label.of(rejection.cause()))
        .with("reason", rejection.reason());
  }
}
