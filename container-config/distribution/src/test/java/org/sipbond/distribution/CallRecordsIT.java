package org.sipbond.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.agent.NotSeenException;
import org.sipbond.wire.agent.OutgoingCall;
import org.sipbond.wire.agent.UserAgent;

/** What is left of calls when the server's process ends, one way or the other. */
class CallRecordsIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final InetAddress HERE = IpLiteral.parse("127.0.25.54").orElseThrow();
  private static final InetSocketAddress INTERN = new InetSocketAddress(HERE, 25540);
  private static final int CALLEE = 25542;

  /** Nobody listens there. */
  private static final String AWAY =
      "database { url = \"jdbc:postgresql://127.0.25.54:25549/sipbond\" }";

  private final Server server;

  CallRecordsIT(@TempDir Path base) {
    this.server = new Server(base, Path.of(System.getProperty("java.home")));
  }

  @AfterEach
  void stop() throws Exception {
    server.sipbond("stop");
  }

  @Test
  void loseNothingOfEndedCallsWhenTheProcessIsKilledWhileTheDatabaseIsAway() throws Exception {
    start(AWAY);
    List<String> ended = new ArrayList<>();
    String inProgress;
    try (UserAgent callee = callee();
        UserAgent caller = caller()) {
      callee.answerCalls();
      for (int i = 0; i < 20; i++) {
        ended.add(wholeCall(caller));
      }
      await()
          .atMost(LIMIT)
          .until(() -> server.sipbond("calls", "list", "--active").output().isEmpty());
      inProgress = answered(caller).callId();
      kill();
    }
    assertThat(server.sipbond("calls", "list").exitCode()).isEqualTo(3);

    start("");

    await().atMost(LIMIT).until(() -> list().contains(ended.get(19)));
    assertThat(list()).contains(ended).doesNotContain(inProgress);
    assertThat(list().lines()).hasSize(20);
  }

  @Test
  void loseNothingAtACleanStopUnderLoad() throws Exception {
    start("");
    Queue<String> begun = new ConcurrentLinkedQueue<>();
    try (UserAgent callee = callee();
        UserAgent caller = caller()) {
      callee.answerCalls();
      String inProgress = answered(caller).callId();
      CompletableFuture<Void> load =
          CompletableFuture.runAsync(() -> callUntilNobodyAnswers(begun));
      await().atMost(LIMIT).until(() -> begun.size() > 50);
      assertThat(server.sipbond("stop").exitCode()).isZero();
      load.join();

      start("");

      await().atMost(LIMIT).untilAsserted(() -> assertThat(list()).contains(begun));
      assertThat(server.sipbond("calls", "show", inProgress).output())
          .contains("by sipbond: server stopped", "status       200");
    }
  }

  private void start(String more) throws Exception {
    server.document(
        """
        listeners { int-udp = "udp:127.0.25.54:25540", ext-udp = "udp:127.0.25.54:25541" }
        bonds { intern = [int-udp], extern = [ext-udp] }
        next-hops { callee = "sip:127.0.25.54:25542" }
        rules = [{ from = intern, to = extern, next-hop = callee }]
        http { port = 25583 }
        stop { drain-timeout = 1s }
        %s
        """
            .formatted(more));
    assertThat(server.sipbond("start"))
        .satisfies(started -> assertThat(started.exitCode()).as(started.output()).isZero());
  }

  /** As kill -9 does. */
  private void kill() throws Exception {
    Path file = server.base().resolve("run").resolve("sipbond.pid");
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).orElseThrow();
    assertThat(process.destroyForcibly()).isTrue();
    process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private String list() throws Exception {
    return server.sipbond("calls", "list", "--limit", "10000").output();
  }

  /** Each call is named once its BYE is answered. */
  private static void callUntilNobodyAnswers(Queue<String> ended) {
    try (UserAgent caller = caller()) {
      while (true) {
        ended.add(wholeCall(caller));
      }
    } catch (NotSeenException stopped) {
      assertThat(ended).isNotEmpty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String wholeCall(UserAgent caller) {
    OutgoingCall call = answered(caller);
    call.bye().awaitStatus(200, LIMIT);
    return call.callId();
  }

  private static OutgoingCall answered(UserAgent caller) {
    OutgoingCall call = caller.invite("sip:0043@127.0.25.54", INTERN);
    call.awaitStatus(200, Duration.ofSeconds(5));
    call.ack();
    return call;
  }

  private static UserAgent callee() throws IOException {
    return UserAgent.open("bob", Transport.UDP, HERE, CALLEE);
  }

  private static UserAgent caller() throws IOException {
    return UserAgent.open("alice", Transport.UDP, HERE, 0);
  }
}
