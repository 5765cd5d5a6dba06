package org.sipbond.sip.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.explain.Explanation;
import org.sipbond.core.explain.Inquiry;
import org.sipbond.core.explain.Outcome;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.rule.RequestFacts;
import org.sipbond.core.rule.Ruling;

class TrailsTest {

  @Test
  void makesRoomByForgettingTheOldest() {
    Trails trails = new Trails(2);
    trails.keep("a", trail("first"));
    trails.keep("b", trail("second"));
    trails.keep("c", trail("third"));

    assertThat(trails.callIds()).containsExactly("b", "c");
    assertThat(trails.of("a")).isEmpty();
    assertThat(trails.of("c")).contains(trail("third").get());
  }

  @Test
  void keepsTheLastTrailOfACall() {
    Trails trails = new Trails(2);
    trails.keep("a", trail("first"));
    trails.keep("b", trail("second"));
    trails.keep("a", trail("again"));

    assertThat(trails.callIds()).containsExactly("a", "b");
    assertThat(trails.of("a")).contains(trail("again").get());
  }

  private static Supplier<Explanation> trail(String callId) {
    var address = IpLiteral.parse("192.0.2.1").orElseThrow();
    RequestFacts facts =
        new RequestFacts(
            "INVITE",
            Listener.of("int-udp", Transport.UDP, address, 5060),
            address,
            TargetUri.parse("sip:bob@example.com").orElseThrow(),
            "sip:alice@example.com",
            "sip:bob@example.com");
    return () ->
        new Explanation(
            new Inquiry.Call(callId, facts),
            new Outcome.Refused(new Ruling.Refuse(Ruling.Refuse.Cause.NO_RULE, 403, "no rule")));
  }
}
