package org.sipbond.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.config.Documents;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.resolve.FakeDns;
import org.sipbond.core.resolve.LocatingLimits;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.rule.Match;

class LintTest {
  private static final Pattern CODE_OF_A_ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  @Test
  void saysNothingOfWhatIsAsItShouldBe() {
    assertThat(Lint.of(config("listeners-from = configuration"))).isEmpty();
  }

  @Test
  void findsAListenerInNoBond() {
    assertThat(warnings("listeners.spare = udp:192.0.2.5:5060"))
        .containsExactly(
            "listeners.spare: listener-in-no-bond: udp:192.0.2.5:5060 is in no bond, so every"
                + " request that comes in by it gets 403; put it into a bond, or take it out");
  }

  @Test
  void findsABondThatNothingNames() {
    assertThat(warnings("bonds.spare.1 = int-udp"))
        .containsExactly(
            "bonds.spare: bond-in-no-rule: no rule and no fallback names the bond, so nothing"
                + " leaves by it and every request that comes in by it gets 403; add a rule, or"
                + " take it out");
    assertThat(warnings("bonds.spare.1 = int-udp && bonds.extern.on-no-match = fallback: spare"))
        .isEmpty();
  }

  @Test
  void findsANextHopThatNothingNames() {
    assertThat(warnings("next-hops.spare = sip:192.0.2.8"))
        .containsExactly(
            "next-hops.spare: next-hop-in-no-rule: no rule names the next hop, so nothing is sent"
                + " there; add a rule, or take it out");
  }

  @Nested
  class ARuleIsShadowed {

    /** Rule 1 is for users 00*; what rule 2 asks, and whether rule 1 takes all of it. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "from = intern && rules.2.user = 0049*,                          true",
      "from = intern && rules.2.user = 00*,                            true",
      "from = intern && rules.2.user = 0*,                             false",
      "from = extern && rules.2.user = 0049*,                          false",
      "from = inner && rules.2.user = 0049*,                           true",
      "from = outer && rules.2.user = 0049*,                           false",
      "from = intern && rules.2.user.1 = 001* && rules.2.user.2 = 00,  true",
      "from = intern && rules.2.user.1 = 001* && rules.2.user.2 = 1,   false",
      "from = intern && rules.2.source = 192.0.2.0/24,                 false",
      "from = intern && rules.2.user = 001* && rules.2.method = INVITE, true",
    })
    void byAnEarlierOneThatTakesAll(String second, boolean shadowed) {
      assertThat(
              warnings(
                  "bonds.inner.1 = int-udp && bonds.outer.1 = int-udp && bonds.outer.2 = ext-udp"
                      + " && -rules.2 && rules.2.to = extern && rules.2.next-hop = carrier1"
                      + " && rules.2."
                      + second
                      + " && rules.3.from = inner && rules.3.to = outer && rules.3.next-hop = pbx"))
          .filteredOn(warning -> warning.startsWith("rules.2: shadowed-rule: "))
          .hasSize(shadowed ? 1 : 0);
    }

    @ParameterizedTest(name = "{0} takes all of {1}: {2}")
    @CsvSource({
      "source = 192.0.2.0/24,             source = 192.0.2.7,             true",
      "source = 192.0.2.0/24,             user = 1,                       false",
      "source.1 = 0.0.0.0/0 && rules.1.source.2 = ::/0, user = 1,         true",
      "source = 0.0.0.0/0,                user = 1,                       false",
      "method = INVITE,                   method = INVITE,                true",
      "method = INVITE,                   user = 1,                       false",
      "method = INVITE,                   method = MESSAGE,               false",
      "user = *,                          method = INVITE,                true",
      "from-address = *@a.example.com,    from-address = b@a.example.com, true",
      "from-address = *@a.example.com,    to-address = b@a.example.com,   false",
      "to-address = *@a.example.com,      to-address = ?@a.example.com,   true",
    })
    void inEveryThingThatARuleAsks(String first, String second, boolean shadowed) {
      assertThat(
              warnings(
                  "-rules && rules.1.from = intern && rules.1.role = reject && rules.1."
                      + first
                      + " && rules.2.from = intern && rules.2.to = extern"
                      + " && rules.2.next-hop = carrier1 && rules.2."
                      + second
                      + " && rules.3.from = extern && rules.3.to = intern"
                      + " && rules.3.next-hop = pbx"))
          .hasSize(shadowed ? 1 : 0);
    }

    @Test
    void andTheWarningNamesBoth() {
      assertThat(
              warnings(
                  "rules.3.from = extern && rules.3.role = reject && rules.3.source = 192.0.2.9"))
          .containsExactly(
              "rules.3: shadowed-rule: rule 2 from extern to intern by pbx (sip:192.0.2.9) takes"
                  + " every request that this rule could; move this rule before rule 2, or take"
                  + " it out");
    }

    @Test
    void andNothingThatAMatchAsksIsForgotten() {
      assertThat(Arrays.stream(Match.class.getRecordComponents()).map(RecordComponent::getName))
          .as("MatchCover compares each of these")
          .containsExactly("sources", "methods", "users", "from", "to");
    }
  }

  @Nested
  class ARequestComesBack {

    @Test
    void toAListenerThatIsNamedAsNextHop() {
      assertThat(warnings("next-hops.pbx = sip:192.0.2.3"))
          .containsExactly(
              "rules.2: own-listener: pbx (sip:192.0.2.3) leads to sipbond itself, by int-udp"
                  + " udp:192.0.2.3:5060; name the address of a peer");
    }

    @Test
    void toAnAdvertisedAddress() {
      assertThat(
              warnings(
                  "next-hops.pbx = sip:192.0.2.204:5080"
                      + " && listeners.ext-udp.advertise = 192.0.2.204:5080"
                      + " && rules.2.to = extern"))
          .first()
          .asString()
          .startsWith("rules.2: own-listener: pbx (sip:192.0.2.204:5080) leads to sipbond itself");
    }

    @Test
    void notToAnotherTransportOrPort() {
      assertThat(warnings("next-hops.pbx = sip:192.0.2.3:5070")).isEmpty();
      assertThat(warnings("next-hops.pbx = sip:192.0.2.3;transport=tcp"))
          .noneMatch(warning -> warning.contains("own-listener"));
    }

    @Test
    void byRulesThatLeadInALoop() {
      assertThat(
              warnings(
                  "next-hops.pbx = sip:192.0.2.3 && next-hops.carrier1 = sip:192.0.2.4"
                      + " && -rules.1.user"))
          .contains(
              "rules.1: rule-loop: a request can go round from rule 1 to rule 2 to rule 1 by"
                  + " int-udp until its Max-Forwards has run out; restrict the source of a rule to"
                  + " its peers, or name another next hop")
          .hasSize(3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "rules.2.next-hop = request-uri,                                            rules.2",
      "rules.2.next-hop = request-uri && rules.2.to = extern,                     rules.2",
      "rules.2.next-hop = request-uri && rules.2.source = 192.0.2.3,              rules.2",
      "rules.2.next-hop = request-uri && rules.2.source = 192.0.2.4,              ''",
      "rules.2.next-hop = request-uri && rules.2.source = 192.0.2.64/26,          ''",
      "rules.1.next-hop = request-uri && rules.2.next-hop = request-uri,          rules.1 rules.2",
      "rules.1.next-hop = request-uri && rules.1.to = six && -rules.1.user,       ''",
      "next-hops.pbx = sip:192.0.2.3 && next-hops.carrier1 = sip:192.0.2.4,       rules.1",
      "next-hops.pbx = sip:192.0.2.3 && next-hops.carrier1 = sip:192.0.2.4"
          + " && rules.1.method = INVITE && rules.2.method = INVITE,              rules.1",
      "next-hops.pbx = sip:192.0.2.3 && next-hops.carrier1 = sip:192.0.2.4"
          + " && rules.1.method = MESSAGE && rules.2.method = INVITE,             ''",
    })
    void whereTheNextRuleTakesWhatComesFromUs(String change, String loop) {
      assertThat(
              warnings("listeners.six = udp:[2001:db8::1]:5060 && bonds.six.1 = six && " + change))
          .filteredOn(warning -> warning.contains("rule-loop"))
          .map(warning -> warning.substring(0, warning.indexOf(':')))
          .containsExactly(loop.isEmpty() ? new String[0] : loop.split(" "));
    }
  }

  @Nested
  class WhatDnsSays {

    @Test
    void isAskedForEachUsedNextHopThatNeedsIt() {
      AppConfig config =
          config("next-hops.spare = sip:spare.example.com && rules.2.next-hop = carrier1");

      assertThat(Lint.targets(config).keySet())
          .map(TargetUri::toString)
          .containsExactly("sip:carrier1.example.com");
      assertThat(Lint.targets(config).values())
          .hasToString(
              "[sip:carrier1.example.com by udp over ipv4, udp over ipv6, tcp over ipv4,"
                  + " tcp over ipv6, tls over ipv4, tls over ipv6, ws over ipv4, ws over ipv6,"
                  + " wss over ipv4, wss over ipv6]");
    }

    @Test
    void isSilentWhereEverythingCanBeSent() {
      assertThat(
              warnings(
                  new FakeDns()
                      .zone("_sip._udp.carrier1.example.com SRV 1 1 5060 a.example.com")
                      .zone("_sips._tcp.carrier1.example.com SRV 1 1 5061 b.example.com")
                      .zone("a.example.com A 192.0.2.9")
                      .zone("b.example.com AAAA 2001:db8::9")))
          .isEmpty();
    }

    @Test
    void showsAHole() {
      assertThat(
              warnings(
                  new FakeDns()
                      .zone("_sip._tcp.carrier1.example.com SRV 1 1 5060 a.example.com")
                      .zone("_sip._udp.carrier1.example.com SRV 1 1 5060 a.example.com")
                      .zone("a.example.com A 192.0.2.9")
                      .zone("a.example.com AAAA 2001:db8::9")))
          .containsExactly(
              "rules.1: hole: carrier1 (sip:carrier1.example.com) also takes udp over ipv6, tcp"
                  + " over ipv4, tcp over ipv6, which bond extern cannot send, so that much less is"
                  + " left when others fail; add a member that fits");
    }

    @Test
    void showsThatNothingCanBeSent() {
      assertThat(warnings(new FakeDns().zone("carrier1.example.com AAAA 2001:db8::9")))
          .containsExactly(
              "rules.1: no-member: carrier1 (sip:carrier1.example.com) takes only udp over ipv6,"
                  + " and bond extern can send only udp over ipv4, tls over ipv6, so every request"
                  + " is refused with 502; add a member that fits");
    }

    @Test
    void showsANameThatLeadsNowhere() {
      assertThat(warnings(new FakeDns()))
          .containsExactly(
              "next-hops.carrier1: not-located: sip:carrier1.example.com leads nowhere: no such"
                  + " domain: NAPTR carrier1.example.com; correct the name, or its domain");
    }

    @Test
    void showsThatTheRuleForbidsEveryAddress() {
      FakeDns dns = new FakeDns().zone("carrier1.example.com A 127.0.1.9");

      assertThat(warnings(dns)).isEmpty();
      assertThat(warnings(dns, "rules.1.addresses = public"))
          .containsExactly(
              "rules.1: forbidden-address: carrier1 (sip:carrier1.example.com) has private"
                  + " addresses alone, which addresses = public forbids, so every request is"
                  + " refused with 502; allow any, or correct the domain");
    }

    @Test
    void doesNotMissAMemberForAnAddressThatTheRuleForbids() {
      FakeDns dns =
          new FakeDns()
              .zone("_sip._tcp.carrier1.example.com SRV 1 1 5060 a.example.com")
              .zone("_sip._udp.carrier1.example.com SRV 1 1 5060 b.example.com")
              .zone("a.example.com A 127.0.1.9")
              .zone("b.example.com A 192.0.2.9");

      assertThat(warnings(dns)).singleElement().asString().startsWith("rules.1: hole: ");
      assertThat(warnings(dns, "rules.1.addresses = public")).isEmpty();
    }

    @Test
    void countsWhatAFallbackCanSend() {
      FakeDns dns = new FakeDns().zone("carrier1.example.com AAAA 2001:db8::9");

      assertThat(
              warnings(
                  dns,
                  "listeners.six = udp:[2001:db8::1]:5060 && bonds.six.1 = six"
                      + " && bonds.extern.on-no-match = fallback: six"))
          .isEmpty();
    }

    @Test
    void isNotNeededForAnAddress() {
      assertThat(warnings("next-hops.pbx = sip:[2001:db8::9]"))
          .containsExactly(
              "rules.2: no-member: pbx (sip:[2001:db8::9]) takes only udp over ipv6, and bond"
                  + " intern can send only udp over ipv4, so every request is refused with 502; add"
                  + " a member that fits");
    }

    @Test
    void isToldOnceForABondAndANextHop() {
      assertThat(
              warnings(
                  "next-hops.pbx = sip:[2001:db8::9] && rules.3.from = intern"
                      + " && rules.3.to = intern && rules.3.next-hop = pbx"))
          .map(warning -> warning.substring(0, warning.indexOf(':')))
          .containsExactly("rules.2");
    }
  }

  @Test
  void hasARowInTheGuideForEachCode() throws IOException {
    String guide = Files.readString(Path.of("../docs/lint.md"));

    assertThat(CODE_OF_A_ROW.matcher(guide).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(
            Arrays.stream(Warning.Code.values()).map(Warning.Code::toString).toList());
  }

  @Test
  void isWrittenAsJson() {
    assertThat(
            JsonParser.parseString(
                new Warning(Warning.Code.HOLE, "rules.1", "found \"a\"; do b").json().toString()))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"code": "hole", "where": "rules.1", "text": "found \\"a\\"; do b"}
                """));
  }

  private static List<String> warnings(String changes) {
    return Lint.of(config(changes)).stream().map(Warning::toString).toList();
  }

  private static List<String> warnings(FakeDns dns) {
    return warnings(dns, "listeners-from = configuration");
  }

  private static List<String> warnings(FakeDns dns, String changes) {
    AppConfig config = config(changes);
    Resolver resolver = new Resolver(dns, new Random(1), LocatingLimits.DEFAULT);
    Map<TargetUri, Resolution> resolutions = new LinkedHashMap<>();
    Lint.targets(config)
        .forEach(
            (uri, target) ->
                resolutions.put(uri, resolver.resolve(target).toCompletableFuture().join()));
    return Lint.of(config, resolutions).stream().map(Warning::toString).toList();
  }

  private static AppConfig config(String changes) {
    return Documents.config(Documents.VALID.with(changes));
  }
}
