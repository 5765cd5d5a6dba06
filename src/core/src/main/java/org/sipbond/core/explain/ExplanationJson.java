package org.sipbond.core.explain;

import org.sipbond.core.json.Json;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.resolve.LookupFailure;
import org.sipbond.core.rule.NextHop;
import org.sipbond.core.rule.RequestFacts;
import org.sipbond.core.rule.Ruling;

/** Writes an explanation as JSON; the names of its fields stay as they are. */
final class ExplanationJson {
  private ExplanationJson() {}

  static Json of(Explanation explanation) {
    Json.Fields question = Json.fields().with("question", question(explanation.inquiry()));
    return question.with(
        explanation
            .outcome()
            .fold(
                refused ->
                    Json.fields()
                        .with("outcome", "refused")
                        .with("refusal", refusal(refused.refusal())),
                pending -> Json.fields().with("outcome", "pending").with(course(pending.course())),
                unlocated -> unlocated(unlocated),
                located -> located(located, explanation.inquiry())));
  }

  private static Json question(Inquiry inquiry) {
    return inquiry.fold(
        uri -> Json.fields().with("uri", uri.toString()),
        request -> question(request.facts()),
        call -> question(call.facts()).with("callId", call.callId()));
  }

  private static Json.Fields question(RequestFacts facts) {
    return Json.fields()
        .with("method", facts.method())
        .with("uri", facts.requestUri().toString())
        .with("source", IpLiteral.text(facts.source()))
        .with("listener", facts.ingress().name())
        .with("socket", facts.ingress().notation())
        .with("from", facts.from())
        .with("to", facts.to());
  }

  private static Json.Fields course(Course course) {
    Json.Fields egress =
        Json.fields()
            .with("bond", course.egress().name())
            .with("requestUri", course.uri().toString());
    return course.fold(
        byRule -> Json.fields().with("ruling", ruling(byRule.ruling())).with(egress),
        byBond -> egress);
  }

  private static Json ruling(Ruling.Bridge ruling) {
    return Json.fields()
        .with("rule", ruling.rule().number())
        .with("from", ruling.ingress().name())
        .with("to", ruling.egress().name())
        .with("nextHop", ruling.nextHop().fold(NextHop.Named::name, () -> NextHop.RequestUri.WORD));
  }

  private static Json.Fields unlocated(Outcome.Unlocated unlocated) {
    LookupFailure failure = unlocated.resolution().failure();
    return Json.fields()
        .with("outcome", "unlocated")
        .with(course(unlocated.course()))
        .with("dns", PartsJson.of(unlocated.resolution().findings()))
        .with(
            "refusal",
            refusal(failure.status(), failure.cause().label(), failure.reason())
                .with("detail", failure.detail()));
  }

  private static Json.Fields located(Outcome.Located located, Inquiry inquiry) {
    Json.Fields fields =
        Json.fields()
            .with("outcome", located.chosen().isPresent() ? "chosen" : NoMembers.CAUSE)
            .with(course(located.course()))
            .with("dns", PartsJson.of(located.resolution().findings()))
            .with("candidates", Json.list(located.candidates().stream().map(PartsJson::of)))
            .with("attempts", Json.list(located.trials().stream().map(PartsJson::of)));
    return located
        .chosen()
        .map(
            attempt ->
                fields
                    .with("chosen", PartsJson.of(attempt))
                    .with(
                        "headers",
                        PartsJson.of(SentHeaders.of(attempt.member().listener(), inquiry))))
        .orElseGet(
            () ->
                fields.with(
                    "refusal",
                    refusal(
                        NoMembers.STATUS,
                        NoMembers.CAUSE,
                        NoMembers.reason(located.candidates()))));
  }

  private static Json refusal(Ruling.Refuse refusal) {
    return refusal(refusal.status(), Label.of(refusal.cause()), refusal.reason());
  }

  private static Json.Fields refusal(int status, String cause, String reason) {
    return Json.fields().with("status", status).with("cause", cause).with("reason", reason);
  }
}
