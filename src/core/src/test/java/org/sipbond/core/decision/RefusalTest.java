package org.sipbond.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.attempt.NextAttempt;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.DrainedListeners;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.LookupFailure;
import org.sipbond.core.rule.Ruling;

class RefusalTest {
  private static final Listener EXT_UDP =
      Listener.of("ext-udp", Transport.UDP, IpLiteral.parse("198.51.100.1").orElseThrow(), 5060);

  @Test
  void saysWhatTheRulesSay() {
    Ruling.Refuse refuse = new Ruling.Refuse(Ruling.Refuse.Cause.NO_RULE, 403, "no rule");

    assertThat(Refusal.of(refuse)).isEqualTo(new Refusal("no-rule", 403, "no rule"));
  }

  @ParameterizedTest
  @EnumSource(LookupFailure.Cause.class)
  void keepsTheNamesOfLocatingOutOfTheAnswer(LookupFailure.Cause cause) {
    Refusal refusal = Refusal.of(new LookupFailure(cause, "A pbx.example.com"));

    assertThat(refusal.cause()).isEqualTo(cause.label());
    assertThat(refusal.status()).isIn(404, 480, 500, 502, 503, 504);
    assertThat(refusal.reason()).doesNotContain("pbx.example.com");
  }

  @Test
  void tellsOfTheFirstDestinationThatNoMemberCanSendTo() {
    NextAttempt.Refused none =
        new NextAttempt.Refused(
            List.of(noMember(Transport.TLS, "192.0.2.9"), noMember(Transport.UDP, "2001:db8::9")));

    assertThat(Refusal.of(none))
        .isEqualTo(new Refusal("no-member", 502, "no member of bond extern for tls over ipv4"));
  }

  @Test
  void isTemporaryWhereAMemberIsDrainedAndKeepsItsNameFromPeers() {
    DrainedListeners drained = new DrainedListeners();
    drained.drain(EXT_UDP);
    Selection selection =
        Bond.of("extern", EXT_UDP)
            .select(
                Destination.of(Transport.UDP, IpLiteral.parse("192.0.2.9").orElseThrow(), 5060),
                drained,
                SourceRoutes.NONE,
                "");

    assertThat(selection.fold(Object::toString, Selection.NoMember::explanation))
        .contains("; ext-udp is drained; ");
    Refusal refusal = selection.fold(chosen -> Refusal.INTERNAL, Refusal::of);
    assertThat(refusal)
        .isEqualTo(
            new Refusal("drained", 503, "no usable member of bond extern for udp over ipv4"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          TIMEOUT,         timeout,         408, next hop did not answer in time
          UNAVAILABLE,     unavailable,     503, next hop cannot be reached
          TRANSPORT_ERROR, transport-error, 503, next hop cannot be reached
          CONNECT_FAILED,  connect-failed,  503, next hop cannot be reached
          """)
  void saysHowTheLastAttemptEnded(AttemptFailure last, String cause, int status, String reason) {
    assertThat(Refusal.of(last)).isEqualTo(new Refusal(cause, status, reason));
  }

  private static Selection.NoMember noMember(Transport transport, String address) {
    return new Selection.NoMember(
        Bond.of("extern", EXT_UDP),
        Destination.of(transport, IpLiteral.parse(address).orElseThrow(), 5060),
        List.of());
  }
}
