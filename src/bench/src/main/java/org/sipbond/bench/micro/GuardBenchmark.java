package org.sipbond.bench.micro;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.guard.Fault;
import org.sipbond.core.guard.HeaderGuard;
import org.sipbond.core.guard.SendersOfCalls;
import org.sipbond.core.guard.SentMessage;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/** What the header guard costs for each message that goes out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GuardBenchmark {
  private final Listener sender =
      Listener.of("ext-udp", Transport.UDP, IpLiteral.parse("192.0.2.4").orElseThrow(), 5060);
  private final SendersOfCalls senders = new SendersOfCalls(20_000);
  private final byte[] invite =
      message("INVITE sip:0043@example.com SIP/2.0", "v=0\r\n".repeat(60));
  private final byte[] ringing = message("SIP/2.0 180 Ringing", "");

  private static byte[] message(String startLine, String body) {
    return """
        %s
        Via: SIP/2.0/UDP 192.0.2.4:5060;branch=z9hG4bK4b7d2f3e-51ab-4f6e_1c2d3e4f_7365
        From: "Alice" <sip:alice@example.com>;tag=48271955_1c2d3e4f_8a6b
        To: <sip:0043@example.com>
        Call-ID: 0b7d4c1e-9d0a-4a57-8a3c-5f5a0f3c9e11
        CSeq: 1 INVITE
        Max-Forwards: 69
        Contact: "Alice" <sip:alice@192.0.2.4:5060>
        Allow: INVITE,ACK,CANCEL,BYE,OPTIONS,INFO,UPDATE
        Supported: timer,tdialog
        Session-Expires: 1800
        Content-Type: application/sdp
        Content-Length: %d

        %s"""
        .formatted(startLine, body.length(), body)
        .replace("\r\n", "\n")
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A request with a body: Via, Contact and the listener of the leg. */
  @Benchmark
  public List<Fault> request() {
    return judge(invite);
  }

  /** A response without a body: Contact. */
  @Benchmark
  public List<Fault> response() {
    return judge(ringing);
  }

  private List<Fault> judge(byte[] bytes) {
    SentMessage message = SentMessage.read(bytes, 0, bytes.length).orElseThrow();
    senders.fault(message, sender).ifPresent(fault -> fail(fault));
    List<Fault> faults = HeaderGuard.faults(message, sender);
    if (!faults.isEmpty()) {
      fail(faults.get(0));
    }
    return faults;
  }

  private static void fail(Fault fault) {
    throw new IllegalStateException("the benchmark's message is wrong: " + fault);
  }
}
