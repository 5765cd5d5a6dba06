package org.sipbond.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.dns.Behaviour;
import org.sipbond.testkit.dns.DnsServer;
import org.sipbond.testkit.sipp.Scenario;
import org.sipbond.testkit.sipp.Sipp;
import org.sipbond.testkit.sipp.SippRun;

/**
 * {@code java -cp src/bench/target/sipbond-bench.jar org.sipbond.bench.LocatingBench}: 200 calls a
 * second to host names; each answer of DNS takes 50 ms, and for ten seconds in the middle there is
 * none. Once with the defaults, once without any cache. Needs sipp.
 */
public final class LocatingBench {
  private static final int PER_SECOND = 200;
  private static final int CALLS_PER_PING = 10;
  private static final int GENTLY_PER_SECOND = 60;
  private static final int NAMES = 20;
  private static final Duration DNS_DELAY = Duration.ofMillis(50);
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration WARM = Duration.ofSeconds(15);
  private static final Duration DEAD = Duration.ofSeconds(10);
  private static final Duration AFTER = Duration.ofSeconds(15);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(6);
  private static final int CALLER_PORT = 15_080;

  private LocatingBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    run("defaults, answers live for one second", "");
    run("no cache", ", cache { entries = 0 }");
  }

  private static void run(String name, String more) throws IOException, InterruptedException {
    Network network = Network.of(Transport.UDP, Transport.UDP, false);
    Path folder = Files.createTempDirectory("sipbond-bench-");
    try (DnsServer dns =
            DnsServer.start(IpLiteral.parse("127.0.71.53").orElseThrow()).zone(zone(network));
        Running server =
            ContainerSubject.sipbond(Bench.distribution())
                .start(network, document(network, dns, more), folder);
        SippRun callee = callee(network)) {
      dns.delay(DNS_DELAY);
      warmUp(network);
      System.out.println(name + "\n" + load(network, dns));
    }
  }

  /** Until the compiler of the server has seen it all; nobody counts these calls. */
  private static void warmUp(Network network) throws IOException {
    try (Caller calls = new Caller(network, CALLER_PORT + 2)) {
      long start = System.nanoTime();
      for (long i = 0; i < WARM_UP.toSeconds() * GENTLY_PER_SECOND; i++) {
        sleepUntil(start + Duration.ofSeconds(1).toNanos() * i / GENTLY_PER_SECOND);
        calls.call("early-" + i, "c" + i % NAMES + ".example.com");
      }
      sleepUntil(System.nanoTime() + LAST_ANSWERS.toNanos());
    }
  }

  /** A call every 5 ms, and with every tenth a ping. */
  private static String load(Network network, DnsServer dns) throws IOException {
    try (Caller calls = new Caller(network, CALLER_PORT);
        Caller pings = new Caller(network, CALLER_PORT + 1)) {
      load(dns, calls, pings);
      return new LocatingReport(WARM, DEAD).text(calls.outcomes(), pings.outcomes());
    }
  }

  private static void load(DnsServer dns, Caller calls, Caller pings) throws IOException {
    long start = System.nanoTime();
    long total = WARM.plus(DEAD).plus(AFTER).toSeconds() * PER_SECOND;
    for (long i = 0; i < total; i++) {
      long due = Duration.ofSeconds(1).toNanos() * i / PER_SECOND;
      sleepUntil(start + due);
      boolean dead = due >= WARM.toNanos() && due < WARM.plus(DEAD).toNanos();
      dns.behave(dead ? Behaviour.SILENCE : Behaviour.ANSWER);
      calls.call("call-" + i, "c" + i % NAMES + ".example.com");
      if (i % CALLS_PER_PING == 0) {
        pings.ping("ping-" + i);
      }
    }
    sleepUntil(System.nanoTime() + LAST_ANSWERS.toNanos());
  }

  private static void sleepUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static SippRun callee(Network network) {
    int calls =
        (int) WARM_UP.toSeconds() * GENTLY_PER_SECOND
            + (int) WARM.plus(DEAD).plus(AFTER).toSeconds() * PER_SECOND;
    return Sipp.callee(Scenario.UAS, Transport.UDP, network.callee())
        .withCalls(calls, PER_SECOND)
        .withLimit(Duration.ofMinutes(3))
        .start();
  }

  private static String document(Network network, DnsServer dns, String more) {
    return """
        listeners { int = "%s", ext = "%s" }
        bonds { intern = [int], extern = [ext] }
        rules = [ { from = intern, to = extern, next-hop = request-uri } ]
        dns { servers = ["%s"]%s }
        http { port = 18080 }
        """
        .formatted(
            network.ingress().notation(),
            network.egress().notation(),
            HostPort.of(dns.address().getAddress(), dns.address().getPort()),
            more);
  }

  private static String zone(Network network) {
    String callee = IpLiteral.text(network.callee().getAddress());
    return IntStream.range(0, NAMES)
        .mapToObj(
            i ->
                """
                _sip._udp.c%1$d SRV 1 1 %2$d c%1$d
                c%1$d A %3$s
                """
                    .formatted(i, network.callee().getPort(), callee))
        .collect(
            Collectors.joining(
                "",
                "$ORIGIN example.com.\n$TTL 1\n@ SOA ns admin 1 7200 900 1209600 1\n@ NS ns\n",
                ""));
  }
}
