package org.sipbond.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipbond.core.attempt.Attempt;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.rule.Ruling;

class ExplanationTextTest {
  private static final Inquiry REQUEST = new Inquiry.Request(Example.invite());
  private static final Inquiry CALL = new Inquiry.Call("a84b4c@192.0.2.7", Example.invite());

  @Test
  void explainsAUriForABond() {
    assertThat(Example.allInTurn().uri("sip:192.0.2.9:5070").text())
        .isEqualTo(
            """
            sip:192.0.2.9:5070
            ├─ bond extern
            ├─ dns was not asked
            ├─ candidates
            │  └─ 1 udp:192.0.2.9:5070 by ext-udp
            │     ├─ numeric
            │     └─ not by extern: ext-tls6 tls:[2001:db8::1]:5061: transport tls is not udp
            └─ chosen udp:192.0.2.9:5070 by ext-udp udp:192.0.2.4:5060 advertised as \
            192.0.2.204:5080 of bond extern
               ├─ Via: SIP/2.0/UDP 192.0.2.204:5080
               ├─ Contact: <sip:192.0.2.204:5080>
               └─ Record-Route: none: back-to-back user agent""");
  }

  @Test
  void explainsARequestThatRulesAreTriedWith() {
    assertThat(Example.allInTurn().ruled(REQUEST, "sip:carrier1.example.com").text())
        .isEqualTo(
            """
            INVITE sip:00431@192.0.2.1 from 192.0.2.7 by int-udp udp:192.0.2.1:5060
            ├─ rule 1: intern to extern by carrier1 (sip:carrier1.example.com)
            ├─ request-uri sip:00431@carrier1.example.com
            ├─ dns for udp over ipv4, tls over ipv6
            │  ├─ NAPTR carrier1.example.com (ttl 42 s, 192.0.2.53:53, cached)
            │  │  ├─ naptr 10 50 "s" "SIPS+D2T" "" _sips._tcp.carrier1.example.com
            │  │  ├─ naptr 20 50 "s" "SIP+D2U" "" _sip._udp.carrier1.example.com
            │  │  └─ naptr 30 50 "s" "SIP+D2T" "" _sip._tcp.carrier1.example.com
            │  ├─ SRV _sips._tcp.carrier1.example.com: srv 10 1 5061 a.example.com (ttl 42 s, 192.0.2.53:53, cached)
            │  ├─ AAAA a.example.com: 2001:db8::9 (ttl 42 s, 192.0.2.53:53, cached)
            │  ├─ SRV _sip._udp.carrier1.example.com: srv 10 1 5060 b.example.com (ttl 42 s, 192.0.2.53:53, cached)
            │  ├─ A b.example.com: 192.0.2.9 (ttl 42 s, 192.0.2.53:53, cached)
            │  └─ dropped naptr 30 50 "s" "SIP+D2T" "" _sip._tcp.carrier1.example.com: bond cannot send tcp
            ├─ candidates
            │  ├─ 1 tls:[2001:db8::9]:5061 by ext-tls6
            │  │  ├─ found by NAPTR carrier1.example.com, SRV _sips._tcp.carrier1.example.com, AAAA a.example.com
            │  │  └─ not by extern: ext-udp udp:192.0.2.4:5060 advertised as 192.0.2.204:5080: transport udp is not tls
            │  └─ 2 udp:192.0.2.9:5060 by ext-udp
            │     ├─ found by NAPTR carrier1.example.com, SRV _sip._udp.carrier1.example.com, A b.example.com
            │     └─ not by extern: ext-tls6 tls:[2001:db8::1]:5061: transport tls is not udp
            └─ chosen tls:[2001:db8::9]:5061 by ext-tls6 tls:[2001:db8::1]:5061 of bond extern
               ├─ Via: SIP/2.0/TLS [2001:db8::1]:5061
               ├─ Contact: <sip:alice@[2001:db8::1]:5061;transport=tls>
               └─ Record-Route: none: back-to-back user agent""");
  }

  @Test
  void explainsACallWithItsAttempts() {
    assertThat(callWithTwoAttempts().text())
        .isEqualTo(
            """
            INVITE sip:00431@192.0.2.1 from 192.0.2.7 by int-udp udp:192.0.2.1:5060
            ├─ call-id a84b4c@192.0.2.7
            ├─ rule 1: intern to extern by carrier1 (sip:carrier1.example.com)
            ├─ request-uri sip:00431@carrier1.example.com
            ├─ dns for udp over ipv4, tls over ipv6
            │  ├─ NAPTR carrier1.example.com (ttl 42 s, 192.0.2.53:53, cached)
            │  │  ├─ naptr 10 50 "s" "SIPS+D2T" "" _sips._tcp.carrier1.example.com
            │  │  ├─ naptr 20 50 "s" "SIP+D2U" "" _sip._udp.carrier1.example.com
            │  │  └─ naptr 30 50 "s" "SIP+D2T" "" _sip._tcp.carrier1.example.com
            │  ├─ SRV _sips._tcp.carrier1.example.com: srv 10 1 5061 a.example.com (ttl 42 s, 192.0.2.53:53, cached)
            │  ├─ AAAA a.example.com: 2001:db8::9 (ttl 42 s, 192.0.2.53:53, cached)
            │  ├─ SRV _sip._udp.carrier1.example.com: srv 10 1 5060 b.example.com (ttl 42 s, 192.0.2.53:53, cached)
            │  ├─ A b.example.com: 192.0.2.9 (ttl 42 s, 192.0.2.53:53, cached)
            │  └─ dropped naptr 30 50 "s" "SIP+D2T" "" _sip._tcp.carrier1.example.com: bond cannot send tcp
            ├─ candidates
            │  ├─ 1 udp:192.0.2.9:5060 by ext-udp
            │  │  ├─ found by NAPTR carrier1.example.com, SRV _sip._udp.carrier1.example.com, A b.example.com
            │  │  └─ not by extern: ext-tls6 tls:[2001:db8::1]:5061: transport tls is not udp
            │  └─ 2 tls:[2001:db8::9]:5061 by ext-tls6
            │     ├─ found by NAPTR carrier1.example.com, SRV _sips._tcp.carrier1.example.com, AAAA a.example.com
            │     ├─ comes last until 2026-11-21T10:04:00Z, after timeout at 2026-11-21T10:00:00Z
            │     └─ not by extern: ext-udp udp:192.0.2.4:5060 advertised as 192.0.2.204:5080: transport udp is not tls
            ├─ attempts
            │  ├─ udp:192.0.2.9:5060 by ext-udp udp:192.0.2.4:5060 advertised as 192.0.2.204:5080 of bond extern: answered 503
            │  └─ tls:[2001:db8::9]:5061 by ext-tls6 tls:[2001:db8::1]:5061 of bond extern: answered 200
            └─ chosen tls:[2001:db8::9]:5061 by ext-tls6 tls:[2001:db8::1]:5061 of bond extern
               ├─ Via: SIP/2.0/TLS [2001:db8::1]:5061
               ├─ Contact: <sip:alice@[2001:db8::1]:5061;transport=tls>
               └─ Record-Route: none: back-to-back user agent""");
  }

  @Test
  void looksAsTheGuideShows() throws IOException {
    assertThat(Files.readString(Path.of("../docs/explain.md")))
        .contains("```\n" + callWithTwoAttempts().text() + "\n```");
  }

  @Test
  void takesTheFirstOfAllWhereNoneIsInItsTurn() {
    assertThat(Example.nobodyInTurn().uri("sip:b.example.com:5060").text())
        .contains("comes last, unanswered since 2026-11-21T10:00:00Z")
        .contains("└─ chosen udp:192.0.2.9:5060 by ext-udp");
  }

  @Test
  void explainsThatDnsLeadsNowhere() {
    assertThat(Example.allInTurn().uri("sip:nobody.example.com").text())
        .isEqualTo(
            """
            sip:nobody.example.com
            ├─ bond extern
            ├─ dns for udp over ipv4, tls over ipv6
            │  └─ NAPTR nobody.example.com: nxdomain (ttl 42 s, 192.0.2.53:53, cached)
            └─ refused 404 nxdomain: no such domain: NAPTR nobody.example.com""");
  }

  @Test
  void explainsThatNoMemberCanSend() {
    assertThat(Example.allInTurn().uri("sip:[2001:db8::9]").text())
        .isEqualTo(
            """
            sip:[2001:db8::9]
            ├─ bond extern
            ├─ dns was not asked
            ├─ candidates
            │  └─ 1 udp:[2001:db8::9]:5060: no member
            │     ├─ numeric
            │     ├─ not by extern: ext-udp udp:192.0.2.4:5060 advertised as 192.0.2.204:5080: family ipv4 is not ipv6
            │     └─ not by extern: ext-tls6 tls:[2001:db8::1]:5061: transport tls is not udp
            └─ refused 502 no-member: no member of bond extern for udp over ipv6""");
  }

  @Test
  void explainsARefusalByTheRules() {
    Ruling.Refuse refusal =
        new Ruling.Refuse(Ruling.Refuse.Cause.NO_RULE, 403, "no rule for INVITE from bond intern");

    assertThat(new Explanation(REQUEST, new Outcome.Refused(refusal)).text())
        .isEqualTo(
            """
            INVITE sip:00431@192.0.2.1 from 192.0.2.7 by int-udp udp:192.0.2.1:5060
            └─ refused 403 no-rule: no rule for INVITE from bond intern""");
  }

  @Test
  void explainsACallThatWaitsForDns() {
    assertThat(
            new Explanation(CALL, new Outcome.Pending(Example.byRule("sip:x.example.com"))).text())
        .isEqualTo(
            """
            INVITE sip:00431@192.0.2.1 from 192.0.2.7 by int-udp udp:192.0.2.1:5060
            ├─ call-id a84b4c@192.0.2.7
            ├─ rule 1: intern to extern by carrier1 (sip:x.example.com)
            ├─ request-uri sip:00431@x.example.com
            └─ dns has not answered yet""");
  }

  @Test
  void letsNobodyWriteToTheTerminal() {
    assertThat(new Tree("a\u001b[2J\nb", List.of(Tree.leaf("\u202eü\u2028\ud800"))).text())
        .isEqualTo("a\\u001b[2J\\u000ab\n└─ \\u202eü\\u2028\\ud800");
  }

  private static Explanation callWithTwoAttempts() {
    Explanation begun = Example.tlsFailed().ruled(CALL, "sip:carrier1.example.com");
    Attempt udp = begun.chosen().orElseThrow();
    Attempt tls =
        Example.allInTurn().ruled(CALL, "sip:carrier1.example.com").chosen().orElseThrow();
    Trial first = Trial.waiting(udp).failed(AttemptFailure.UNAVAILABLE);
    return begun.after(List.of(first, Trial.waiting(tls).answered(200)));
  }
}
