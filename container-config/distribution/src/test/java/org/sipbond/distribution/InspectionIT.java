package org.sipbond.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.nsd.Nsd;
import org.sipbond.testkit.program.RequiresProgram;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;

/** What the script says of where calls go, with a real DNS server behind the running one. */
@RequiresProgram("nsd")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** The first record waits until the database has been opened, beside the calls. */
  private static final Duration DATABASE = Duration.ofSeconds(60);

  private static final InetAddress HERE = IpLiteral.parse("127.0.25.52").orElseThrow();
  private static final int INTERN = 25520;
  private static final int CARRIER = 25523;
  private static final InetSocketAddress DNS = new InetSocketAddress(HERE, 25553);
  private static final String ZONE =
      """
      $ORIGIN example.com.
      $TTL 300
      @ SOA ns admin 1 7200 900 1209600 60
      @ NS ns
      ns A 127.0.25.52
      carrier NAPTR 10 1 "s" "SIPS+D2T" "" _sips._tcp.carrier
      carrier NAPTR 20 1 "s" "SIP+D2T" "" _sip._tcp.carrier
      carrier NAPTR 30 1 "s" "SIP+D2U" "" _sip._udp.carrier
      _sips._tcp.carrier SRV 1 1 5061 a
      _sip._tcp.carrier SRV 1 1 25523 a
      _sip._udp.carrier SRV 1 1 25523 a
      a A 127.0.25.52
      """;

  private final Server server;
  private final Nsd nsd;

  InspectionIT(@TempDir Path base, @TempDir Path zone) {
    this.server = new Server(base, Path.of(System.getProperty("java.home")));
    this.nsd = Nsd.start(zone, DNS, "example.com", ZONE);
  }

  @BeforeAll
  void start() throws Exception {
    server.document(
        """
        listeners {
          int-udp = "udp:127.0.25.52:25520"
          ext-udp = "udp:127.0.25.52:25521"
          ext-tcp = "tcp:127.0.25.52:25522"
        }
        bonds { intern = [int-udp], extern = [ext-udp, ext-tcp] }
        next-hops { carrier = "sip:carrier.example.com", gone = "sip:gone.example.com" }
        rules = [
          { from = intern, to = extern, user = "00*", next-hop = carrier }
          { from = intern, to = extern, user = "9", next-hop = gone }
        ]
        dns { servers = ["127.0.25.52:25553"] }
        http { port = 25582 }
        stop { drain-timeout = 1s }
        """);
    assertThat(server.sipbond("start"))
        .satisfies(started -> assertThat(started.exitCode()).as(started.output()).isZero());
  }

  @AfterAll
  void stop() throws Exception {
    try (nsd) {
      server.sipbond("stop");
    }
  }

  @Test
  void saysWhereARequestWouldGo() throws Exception {
    Server.Outcome told = server.sipbond("explain", "sip:0043@127.0.25.52");
    assertThat(told.output())
        .startsWith("INVITE sip:0043@127.0.25.52 from 127.0.25.52 by int-udp udp:127.0.25.52:25520")
        .contains(
            "├─ rule 1: intern to extern by carrier (sip:carrier.example.com)",
            "127.0.25.52:25553",
            "chosen tcp:127.0.25.52:25523 by ext-tcp tcp:127.0.25.52:25522 of bond extern",
            "Via: SIP/2.0/TCP 127.0.25.52:25522");
    assertThat(told.exitCode()).isZero();
    assertThat(server.sipbond("explain", "--json", "sip:9@127.0.25.52"))
        .satisfies(gone -> assertThat(gone.output()).contains("\"outcome\":\"unlocated\""))
        .satisfies(gone -> assertThat(gone.exitCode()).isEqualTo(1));
  }

  @Test
  void saysWhereABondSendsWhatTheRulesDoNot() throws Exception {
    Server.Outcome told =
        server.sipbond("resolve", "sip:a@carrier.example.com;transport=udp", "--bond", "extern");
    assertThat(told.output())
        .startsWith("sip:a@carrier.example.com;transport=udp\n")
        .contains("chosen udp:127.0.25.52:25523 by ext-udp");
    assertThat(told.exitCode()).isZero();
    assertThat(server.sipbond("resolve", "sip:a@example.com", "--bond", "extra"))
        .isEqualTo(new Server.Outcome(64, "bond: found \"extra\"; allowed: extern, intern"));
  }

  @Test
  void explainsACallThatWasMade() throws Exception {
    String callId = call();
    await().atMost(DATABASE).until(() -> server.sipbond("calls", "list").output().contains(callId));
    Server.Outcome told = server.sipbond("explain", "--call-id", callId);
    assertThat(told.output())
        .contains("call-id " + callId)
        .contains("tcp:127.0.25.52:25523 by ext-tcp")
        .contains("answered 200");
    assertThat(told.exitCode()).isZero();
  }

  @Test
  void letsADestinationComeLast() throws Exception {
    assertThat(server.sipbond("blacklist", "add", "tcp:127.0.25.52:25524").exitCode()).isZero();
    assertThat(server.sipbond("blacklist", "list", "--json").output())
        .contains("\"destination\":\"tcp:127.0.25.52:25524\"", "\"why\":\"operator\"");
    assertThat(server.sipbond("resolve", "sip:127.0.25.52:25524;transport=tcp", "--bond", "extern"))
        .satisfies(told -> assertThat(told.output()).contains("comes last until"));
    assertThat(server.sipbond("blacklist", "remove", "tcp:127.0.25.52:25524"))
        .isEqualTo(new Server.Outcome(0, "1 removed"));
    assertThat(server.sipbond("blacklist", "remove", "tcp:127.0.25.52:25524").exitCode())
        .isEqualTo(1);
  }

  @Test
  void showsAndForgetsWhatDnsSaid() throws Exception {
    server.sipbond("resolve", "sip:a.example.com:5060", "--bond", "extern");
    assertThat(server.sipbond("dns", "show", "a.example.com").output())
        .startsWith("A a.example.com: 127.0.25.52 (ttl ")
        .endsWith(", 127.0.25.52:25553, cached)");
    assertThat(server.sipbond("dns", "flush", "a.example.com"))
        .isEqualTo(new Server.Outcome(0, "1 forgotten"));
  }

  @Test
  void warnsOfWhatDnsSaysOfNextHops() throws Exception {
    Server.Outcome told = server.sipbond("lint");
    assertThat(told.output().lines())
        .anyMatch(line -> line.contains("hole") && line.contains("carrier"))
        .anyMatch(line -> line.contains("not-located") && line.contains("gone"));
    assertThat(told.exitCode()).isEqualTo(1);
  }

  private static String call() throws IOException {
    try (UserAgent carrier = UserAgent.open("carrier", Transport.TCP, HERE, CARRIER);
        UserAgent caller = UserAgent.open("alice", Transport.UDP, HERE, 0)) {
      carrier.answerCalls();
      OutgoingCall call =
          caller.invite("sip:0043@127.0.25.52", new InetSocketAddress(HERE, INTERN));
      call.awaitStatus(200, LIMIT);
      call.ack();
      call.bye().awaitStatus(200, LIMIT);
      return call.callId();
    }
  }
}
