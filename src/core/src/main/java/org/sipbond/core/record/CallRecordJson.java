package org.sipbond.core.record;

import org.sipbond.core.json.Json;

/** Writes a record as JSON; the names of its fields stay as they are. */
public final class CallRecordJson {
  private CallRecordJson() {}

  /** An object with the fields that {@code src/docs/call-records.md} lists. */
  public static Json of(CallRecord call) {
    return begun(call)
        .with("ended", call.ended().toString())
        .with("milliseconds", call.talked().toMillis())
        .with("status", call.outcome().status())
        .with("endedBy", call.ending().by().label())
        .with("how", call.ending().how())
        .with(refusal(call.outcome()))
        .with(legs(call));
  }

  /** The same of a call that goes on, without what only its end tells. */
  public static Json ofActive(CallRecord call) {
    return begun(call).with(legs(call));
  }

  private static Json.Fields begun(CallRecord call) {
    return Json.fields()
        .with("id", call.id().toString())
        .with("callId", call.caller().callId())
        .with("started", call.started().toString())
        .with(answered(call.outcome()));
  }

  private static Json.Fields legs(CallRecord call) {
    CallerLeg caller = call.caller();
    Json.Fields fields =
        Json.fields()
            .with("bond", caller.bond())
            .with("listener", caller.listener())
            .with("source", caller.source())
            .with("from", caller.from())
            .with("to", caller.to())
            .with("requestUri", caller.requestUri());
    return (call.egress().isEmpty() ? fields : fields.with("egress", call.egress()))
        .with("attempts", Json.list(call.attempts().stream().map(CallRecordJson::of)));
  }

  private static Json.Fields answered(CallOutcome outcome) {
    return outcome
        .answeredAt()
        .map(at -> Json.fields().with("answered", at.toString()))
        .orElse(Json.fields());
  }

  private static Json.Fields refusal(CallOutcome outcome) {
    return outcome.fold(
        answered -> Json.fields(),
        unanswered ->
            unanswered.cause().isEmpty()
                ? Json.fields()
                : Json.fields()
                    .with("cause", unanswered.cause())
                    .with("reason", unanswered.reason()));
  }

  private static Json of(CallAttempt attempt) {
    return Json.fields()
        .with("started", attempt.started().toString())
        .with("callId", attempt.callId())
        .with("destination", attempt.destination())
        .with("bond", attempt.bond())
        .with("member", attempt.member())
        .with("outcome", attempt.outcome());
  }
}
