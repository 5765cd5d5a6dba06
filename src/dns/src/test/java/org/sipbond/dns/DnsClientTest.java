package org.sipbond.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsAnswer.Status;
import org.sipbond.core.resolve.Question;
import org.sipbond.core.resolve.RecordType;
import org.sipbond.testkit.dns.Behaviour;
import org.sipbond.testkit.dns.DnsServer;
import org.sipbond.testkit.loopback.LoopbackAddresses;
import org.sipbond.testkit.loopback.PortAllocator;

class DnsClientTest {
  private static final Question A = new Question("a.example.com", RecordType.A);
  private static final Duration TRY = Duration.ofMillis(300);
  private static final String ZONE =
      """
      example.com. 3600 SOA ns.example.com. admin.example.com. 1 7200 900 1209600 60
      a.example.com. 300 A 192.0.2.1
      a.example.com. 300 A 192.0.2.2
      a.example.com. 300 AAAA 2001:db8::1
      b.example.com. 30 CNAME a.example.com.
      _sip._udp.example.com. 300 SRV 10 60 5060 a.example.com.
      example.com. 300 NAPTR 10 50 "s" "SIP+D2U" "" _sip._udp.example.com.
      """;

  private final LoopbackAddresses addresses = new LoopbackAddresses(RandomGenerator.getDefault());
  private final DnsServer first = DnsServer.start(addresses.next()).zone(ZONE);
  private final DnsServer second = DnsServer.start(addresses.next()).zone(ZONE);
  private final List<String> observed = new CopyOnWriteArrayList<>();
  private DnsSettings settings = DnsSettings.of(first.address(), second.address()).trying(TRY, 2);
  private DnsClient client = open();

  @BeforeEach
  void beginsWithAnEmptyCache() {
    assertThat(client.cached()).isEmpty();
  }

  @AfterEach
  void close() {
    client.close();
    first.close();
    second.close();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "A | a.example.com | 192.0.2.1, 192.0.2.2 (ttl 300 s",
        "AAAA | A.Example.COM. | 2001:db8::1 (ttl 300 s",
        "A | b.example.com | cname a.example.com, 192.0.2.1, 192.0.2.2 (ttl 30 s",
        "SRV | _sip._udp.example.com | srv 10 60 5060 a.example.com (ttl 300 s",
        "NAPTR | example.com"
            + " | naptr 10 50 \"s\" \"SIP+D2U\" \"\" _sip._udp.example.com (ttl 300 s",
        "SRV | a.example.com | no data (ttl 60 s",
        "A | gone.example.com | nxdomain (ttl 60 s",
      })
  void reads(RecordType type, String name, String answer) {
    assertThat(ask(new Question(name, type)).toString())
        .endsWith(": " + answer + ", " + text(first) + ", asked)");
    assertThat(second.asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVFAIL", "REFUSED", "MALFORMED", "OTHER_QUESTION", "SILENCE"})
  void asksTheSecondServerWhenTheFirstFails(Behaviour behaviour) {
    first.behave(behaviour);
    assertThat(ask(A)).hasToString(answered(second));
    assertThat(first.asked(A)).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "SERVFAIL,       SERVFAIL, SERVFAIL,  1",
    "REFUSED,        REFUSED,  REFUSED,   1",
    "MALFORMED,      REFUSED,  MALFORMED, 1",
    "OTHER_QUESTION, SILENCE,  MALFORMED, 1",
    "SILENCE,        SERVFAIL, SERVFAIL,  2",
    "SILENCE,        SILENCE,  TIMEOUT,   2",
  })
  void saysWhatFailed(Behaviour one, Behaviour other, Status status, int asked) {
    first.behave(one);
    second.behave(other);
    DnsAnswer answer = ask(A);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.server()).isEqualTo(text(first) + ", " + text(second));
    assertThat(first.asked(A)).isEqualTo(asked);
  }

  @Test
  void saysThatNoServerIsThere() {
    InetAddress nobody = addresses.next();
    reopen(DnsSettings.of(new PortAllocator().free(nobody)).trying(TRY, 2));
    assertThat(ask(A).status()).isEqualTo(Status.UNREACHABLE);
  }

  @Test
  void asksOneThatWasSilentLast() {
    first.behave(Behaviour.SILENCE);
    ask(A);
    assertThat(ask(new Question("b.example.com", RecordType.A)).server()).isEqualTo(text(second));
    assertThat(first.asked()).hasSize(1);
  }

  @Test
  void takesTcpWhenTheAnswerIsTruncated() {
    first.behave(Behaviour.TRUNCATE);
    assertThat(ask(A)).hasToString(answered(first));
    assertThat(first.asked())
        .containsExactly(new DnsServer.Asked(A, false), new DnsServer.Asked(A, true));
  }

  @Test
  void readsFiveHundredRecordsOverTcp() {
    first.zone(
        IntStream.range(0, 500)
            .mapToObj(i -> "_sip._tcp.example.com. 300 SRV 1 1 5060 h" + i + ".example.com.")
            .collect(Collectors.joining("\n", "", "\n")));
    Question question = new Question("_sip._tcp.example.com", RecordType.SRV);
    assertThat(ask(question).records()).hasSize(500);
    assertThat(first.asked().get(1)).isEqualTo(new DnsServer.Asked(question, true));
  }

  @Test
  void asksOnceForAHundredCallsAndThenNotAtAll() {
    first.delay(Duration.ofMillis(50));
    List<CompletableFuture<DnsAnswer>> calls =
        IntStream.range(0, 100).mapToObj(call -> client.ask(A).toCompletableFuture()).toList();
    assertThat(calls).allSatisfy(call -> assertThat(call.join().records()).hasSize(2));
    assertThat(ask(A).freshness()).isEqualTo(DnsAnswer.Freshness.CACHED);
    assertThat(first.asked()).hasSize(1);
    assertThat(observed).containsExactly("A noerror");
  }

  @Test
  void makesTheCallerNotWait() {
    first.behave(Behaviour.SILENCE);
    second.behave(Behaviour.SILENCE);
    CompletableFuture<DnsAnswer> answer = client.ask(A).toCompletableFuture();
    assertThat(answer).isNotDone();
    assertThat(answer.join().status()).isEqualTo(Status.TIMEOUT);
  }

  @Test
  void recoversFromAFailure() {
    first.behave(A, Behaviour.SERVFAIL);
    second.behave(A, Behaviour.SERVFAIL);
    assertThat(ask(A).status()).isEqualTo(Status.SERVFAIL);
    first.behave(A, Behaviour.ANSWER);
    assertThat(ask(A)).hasToString(answered(first));
  }

  @Test
  void looksForShortNamesInTheSearchList() {
    reopen(settings.searching(List.of("example.net", "example.com.")));
    assertThat(ask(new Question("a", RecordType.A)).toString())
        .startsWith("A a: cname a.example.com, 192.0.2.1, 192.0.2.2 (");
    assertThat(ask(new Question("gone", RecordType.A)).status()).isEqualTo(Status.NXDOMAIN);
    assertThat(ask(A).freshness()).isEqualTo(DnsAnswer.Freshness.CACHED);
  }

  @Test
  void doesNotAskForANameThatCannotBe() {
    Question tooLong = new Question("a".repeat(64) + ".example.com", RecordType.A);
    assertThat(ask(tooLong).status()).isEqualTo(Status.NXDOMAIN);
    assertThat(first.asked()).isEmpty();
  }

  @Test
  void forgetsANameWhenTold() {
    ask(A);
    assertThat(client.flush("A.example.com.")).isEqualTo(1);
    assertThat(client.cached()).isEmpty();
  }

  @Test
  void findsTheServersOfTheSystem() {
    assertThat(DnsSettings.system().servers()).isNotEmpty();
  }

  private void reopen(DnsSettings other) {
    settings = other;
    client = open();
  }

  private DnsClient open() {
    return DnsClient.open(
        settings,
        Clock.systemUTC(),
        ForkJoinPool.commonPool(),
        (answer, took) -> observed.add(answer.question().type() + " " + answer.status().label()));
  }

  private DnsAnswer ask(Question question) {
    return client.ask(question).toCompletableFuture().join();
  }

  private static String answered(DnsServer server) {
    return "A a.example.com: 192.0.2.1, 192.0.2.2 (ttl 300 s, " + text(server) + ", asked)";
  }

  private static String text(DnsServer server) {
    InetSocketAddress address = server.address();
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
