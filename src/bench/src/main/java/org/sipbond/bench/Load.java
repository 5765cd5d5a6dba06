package org.sipbond.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sipbond.testkit.capture.TsharkCapture;
import org.sipbond.testkit.sipp.Scenario;
import org.sipbond.testkit.sipp.Sipp;
import org.sipbond.testkit.sipp.SippResult;
import org.sipbond.testkit.sipp.SippRun;
import org.sipbond.wire.Endpoints;
import org.sipbond.wire.WireMessage;

/**
 * Calls at a steady rate from a cold start.
 *
 * @param calls in all
 * @param perSecond new ones
 */
record Load(int calls, int perSecond) {
  private static final Duration HOLD = Duration.ofSeconds(1);
  private static final Duration SLACK = Duration.ofSeconds(60);

  /** Puts a subject under this load. */
  Figures run(Subject subject, Network network) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sipbond-bench-");
    try (Running running = subject.start(network, folder)) {
      Usage before = Usage.of(running.process().toHandle());
      try (TsharkCapture capture = capture(network)) {
        SippResult result = calls(network);
        Usage after = Usage.of(running.process().toHandle());
        List<WireMessage> messages = capture.stop();
        return new Figures(
            subject.name(),
            network.name(),
            calls,
            perSecond,
            result,
            after.cpu().minus(before.cpu()),
            after.residentKib(),
            messages.size(),
            strays(network, messages));
      }
    }
  }

  private SippResult calls(Network network) {
    Duration limit = Duration.ofSeconds(calls / perSecond).plus(SLACK);
    Sipp callee =
        Sipp.callee(Scenario.UAS, network.egress().transport(), network.callee())
            .withCalls(calls, perSecond)
            .withLimit(limit);
    Sipp caller =
        Sipp.caller(Scenario.UAC, network.ingress().transport(), network.caller(), network.door())
            .withCalls(calls, perSecond)
            .withHold(HOLD)
            .withLimit(limit);
    try (SippRun answering = callee.start();
        SippRun calling = caller.start()) {
      return calling.await();
    }
  }

  /** Messages to a peer that did not come from the one listener of its side. */
  private static long strays(Network network, List<WireMessage> messages) {
    return messages.stream().filter(message -> strays(network, message)).count();
  }

  private static boolean strays(Network network, WireMessage message) {
    Optional<String> via = message.text().topVia().map(top -> top.sentBy().toString());
    if (message.destination().equals(network.callee())) {
      return !message.source().getAddress().equals(network.egress().address())
          || !via.equals(Optional.of(network.egress().advertised().toString()));
    }
    return message.destination().equals(network.caller())
        && !message.source().equals(network.door());
  }

  private static TsharkCapture capture(Network network) {
    return TsharkCapture.start(Endpoints.of(network.caller(), network.callee()));
  }
}
