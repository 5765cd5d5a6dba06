package org.sipbond.bench.micro;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.Capabilities;
import org.sipbond.core.resolve.LocatingLimits;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.resolve.Target;
import org.sipbond.dns.DnsClient;
import org.sipbond.dns.DnsObserver;
import org.sipbond.dns.DnsSettings;
import org.sipbond.testkit.dns.DnsServer;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;

/**
 * Where a URI leads when the cache has all answers: NAPTR, SRV, A and AAAA by the resolver; beside
 * it dnsjava's own session, which asks one of those questions of its own cache.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResolutionBenchmark {
  private static final String ZONE =
      """
      $ORIGIN example.com.
      $TTL 86400
      @ SOA ns admin 1 7200 900 1209600 60
      @ NS ns
      ns A 192.0.2.53
      @ NAPTR 10 1 "s" "SIP+D2U" "" _sip._udp
      _sip._udp SRV 1 1 5060 a
      _sip._udp SRV 2 1 5060 b
      a A 192.0.2.1
      a AAAA 2001:db8::1
      b A 192.0.2.2
      b AAAA 2001:db8::2
      """;

  private final Target named = target("sip:example.com");
  private final Target numeric = target("sip:192.0.2.1:5060");
  private final DnsServer server =
      DnsServer.start(IpLiteral.parse("127.0.71.53").orElseThrow()).zone(ZONE);
  private final DnsClient client =
      DnsClient.open(
          DnsSettings.of(server.address()),
          Clock.systemUTC(),
          ForkJoinPool.commonPool(),
          DnsObserver.NONE);
  private final Resolver resolver = new Resolver(client, new Random(1), LocatingLimits.DEFAULT);
  private final LookupSession session = session(server.address());
  private final Name name = name("a.example.com.");

  /** Fills both caches; fails where they stay empty. */
  @Setup
  public void fill() {
    if (cached().fold(Resolution.Located::destinations, unlocated -> List.of()).size() != 4) {
      throw new IllegalStateException("located " + cached());
    }
    dnsjavaSession();
  }

  @TearDown
  public void close() {
    client.close();
    server.close();
  }

  @Benchmark
  public Resolution cached() {
    return join(resolver.resolve(named));
  }

  @Benchmark
  public Resolution numeric() {
    return join(resolver.resolve(numeric));
  }

  @Benchmark
  public LookupResult dnsjavaSession() {
    return join(session.lookupAsync(name, Type.A, DClass.IN));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static Target target(String uri) {
    return Target.of(
        TargetUri.parse(uri).orElseThrow(),
        Capabilities.of(
            List.of(
                new Capability(Transport.UDP, AddressFamily.IPV4),
                new Capability(Transport.UDP, AddressFamily.IPV6))));
  }

  private static LookupSession session(InetSocketAddress server) {
    return LookupSession.builder()
        .resolver(new SimpleResolver(server))
        .cache(new Cache(DClass.IN))
        .build();
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text);
    } catch (TextParseException impossible) {
      throw new IllegalArgumentException(text, impossible);
    }
  }
}
