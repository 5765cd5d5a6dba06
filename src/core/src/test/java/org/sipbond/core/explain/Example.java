package org.sipbond.core.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.attempt.FailedDestination;
import org.sipbond.core.attempt.Turn;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Samples;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.bond.Usability;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.Capabilities;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsLookup;
import org.sipbond.core.resolve.FakeDns;
import org.sipbond.core.resolve.LocatingLimits;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.resolve.Target;
import org.sipbond.core.rule.Action;
import org.sipbond.core.rule.Match;
import org.sipbond.core.rule.NextHop;
import org.sipbond.core.rule.RequestFacts;
import org.sipbond.core.rule.Rewrite;
import org.sipbond.core.rule.Rule;
import org.sipbond.core.rule.RuleTable;

/** Two bonds with a rule between them, a carrier in DNS, and what is explained of them. */
record Example(Function<Destination, Turn> turns) {
  private static final Listener INT = Samples.listener("int-udp", "udp 192.0.2.1 5060");
  private static final Listener EXT_UDP =
      new Listener(
          "ext-udp",
          Transport.UDP,
          IpLiteral.parse("192.0.2.4").orElseThrow(),
          5060,
          new HostPort("192.0.2.204", 5080));
  private static final Listener EXT_TLS6 = Samples.listener("ext-tls6", "tls 2001:db8::1 5061");
  static final Bonds BONDS =
      Samples.bonds(Bond.of("intern", INT), Bond.of("extern", EXT_UDP, EXT_TLS6));
  private static final DnsLookup CARRIER =
      new FakeDns()
          .zone("carrier1.example.com NAPTR 10 50 s SIPS+D2T _sips._tcp.carrier1.example.com")
          .zone("carrier1.example.com NAPTR 20 50 s SIP+D2U _sip._udp.carrier1.example.com")
          .zone("carrier1.example.com NAPTR 30 50 s SIP+D2T _sip._tcp.carrier1.example.com")
          .zone("_sips._tcp.carrier1.example.com SRV 10 1 5061 a.example.com")
          .zone("_sip._udp.carrier1.example.com SRV 10 1 5060 b.example.com")
          .zone("a.example.com AAAA 2001:db8::9")
          .zone("b.example.com A 192.0.2.9");

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

  /** Every destination is in its turn. */
  static Example allInTurn() {
    return new Example(destination -> new Turn.InTurn());
  }

  /** What is sent over IPv6 failed, and what is sent over IPv4 has not answered. */
  static Example nobodyInTurn() {
    return new Example(
        destination ->
            destination.family() == AddressFamily.IPV4
                ? new Turn.Unanswered(TEN)
                : failed(destination));
  }

  /** What is sent over IPv6 failed. */
  static Example tlsFailed() {
    return new Example(
        destination ->
            destination.family() == AddressFamily.IPV4 ? new Turn.InTurn() : failed(destination));
  }

  private static Turn failed(Destination destination) {
    return new Turn.Failed(
        new FailedDestination(
            destination, AttemptFailure.TIMEOUT, TEN, TEN.plus(Duration.ofMinutes(4))));
  }

  /** What the rules say where they lead to a next hop. */
  static Course byRule(String nextHop) {
    NextHop hop = new NextHop.Named("carrier1", TargetUri.parse(nextHop).orElseThrow());
    Action out = new Action.Bridge("extern", hop, Rewrite.NONE);
    return new RuleTable(List.of(new Rule(1, "intern", Match.ANY, out)), BONDS)
        .rule(invite())
        .fold(
            Course.ByRule::new,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  /** An INVITE for 00431 from inside. */
  static RequestFacts invite() {
    return new RequestFacts(
        "INVITE",
        INT,
        IpLiteral.parse("192.0.2.7").orElseThrow(),
        TargetUri.parse("sip:00431@192.0.2.1").orElseThrow(),
        "sip:alice@example.com",
        "sip:00431@example.com");
  }

  Explanation uri(String uri) {
    TargetUri target = TargetUri.parse(uri).orElseThrow();
    Bond extern = BONDS.named("extern").orElseThrow();
    return explain(new Inquiry.Uri(target), new Course.ByBond(extern, target));
  }

  /** What is explained of {@link #invite()} where the rules lead to a next hop. */
  Explanation ruled(Inquiry inquiry, String nextHop) {
    return explain(inquiry, byRule(nextHop));
  }

  private Explanation explain(Inquiry inquiry, Course course) {
    Target target =
        Target.of(course.uri(), Capabilities.of(BONDS.capabilities(course.egress().name())));
    return new Explainer(
            destination ->
                BONDS.select(
                    course.egress().name(), destination, Usability.ALL, SourceRoutes.NONE, "call"),
            turns)
        .explain(inquiry, course, resolve(target));
  }

  private static Resolution resolve(Target target) {
    DnsLookup cached =
        question ->
            CARRIER
                .ask(question)
                .thenApply(answer -> answer.as(DnsAnswer.Freshness.CACHED, Duration.ofSeconds(42)));
    return new Resolver(cached, new Random(1), LocatingLimits.DEFAULT)
        .resolve(target)
        .toCompletableFuture()
        .join();
  }
}
