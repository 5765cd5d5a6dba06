package org.sipbond.sip.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.decision.Refusal;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.record.CallEnding;
import org.sipbond.core.record.CallOutcome;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.rule.RequestFacts;

class CallLogTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final List<CallRecord> records = new ArrayList<>();
  private final CallLog log =
      new CallLog((call, kept) -> records.add(call), Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void recordsACallThatCannotGoOn() {
    log.refused(call("INVITE"), Refusal.LOOP);

    assertThat(records)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.has("one@example.com")).isTrue();
              assertThat(call.ended()).isEqualTo(NOON);
              assertThat(call.outcome())
                  .isEqualTo(new CallOutcome.Unanswered(482, "loop", "request has come back"));
              assertThat(CallEnding.of(CallEvent.REFUSED)).hasValue(call.ending());
              assertThat(call.attempts()).isEmpty();
            });
    assertThat(log.counters())
        .containsEntry("sipbond_refusals_total{status=\"482\",cause=\"loop\"}", 1L);
  }

  @Test
  void recordsNothingThatIsNoCall() {
    log.refused(call("MESSAGE"), Refusal.LOOP);

    assertThat(records).isEmpty();
  }

  private static Inquiry.Call call(String method) {
    var address = IpLiteral.parse("192.0.2.1").orElseThrow();
    RequestFacts facts =
        new RequestFacts(
            method,
            Listener.of("int-udp", Transport.UDP, address, 5060),
            address,
            TargetUri.parse("sip:bob@example.com").orElseThrow(),
            "sip:alice@example.com",
            "sip:bob@example.com");
    return new Inquiry.Call("one@example.com", facts);
  }
}
