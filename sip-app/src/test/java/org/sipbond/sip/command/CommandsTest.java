package org.sipbond.sip.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.attempt.FailedDestinations;
import org.sipbond.core.attempt.FailureTimes;
import org.sipbond.core.bond.DrainedListeners;
import org.sipbond.core.bond.SourceRoutes;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.config.ConfigReader;
import org.sipbond.core.config.MachineInterfaces;
import org.sipbond.core.decision.Decider;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsLookup;
import org.sipbond.core.resolve.DnsRecord;
import org.sipbond.core.resolve.LocatingLimits;
import org.sipbond.core.resolve.Question;
import org.sipbond.core.resolve.RecordType;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.hocon.HoconDocument;
import org.sipbond.management.Answer;
import org.sipbond.management.Answer.Outcome;

class CommandsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
  private static final String DOCUMENT =
      """
      listeners {
        int-udp = "udp:192.0.2.1:5060"
        ext-udp = "udp:192.0.2.4:5060"
        spare = "udp:192.0.2.5:5060"
      }
      bonds { intern = [int-udp], extern = [ext-udp] }
      next-hops { carrier = "sip:carrier.example.com:5062", nowhere = "sip:nowhere.example.com" }
      rules = [
        { from = intern, to = extern, user = "00*", next-hop = carrier }
        { from = intern, to = extern, user = "9*", source = "192.0.2.99", next-hop = nowhere }
      ]
      """;

  private final AppConfig config;
  private final FailedDestinations failed = new FailedDestinations(CLOCK, FailureTimes.DEFAULT);
  private final Remembering dns = new Remembering();
  private final DrainedListeners drained = new DrainedListeners();
  private final Commands commands;

  CommandsTest(@TempDir Path folder) throws IOException {
    config = read(Files.writeString(folder.resolve("sipbond.conf"), DOCUMENT));
    commands = commands(dns);
  }

  @Nested
  class Explaining {
    @Test
    void saysWhereARequestWouldGo() {
      Answer answer = commands.explain("sip:0043@192.0.2.1", "", "", "", "text");
      assertThat(answer.getText())
          .startsWith("INVITE sip:0043@192.0.2.1 from 192.0.2.1 by int-udp udp:192.0.2.1:5060\n")
          .contains("rule 1: intern to extern by carrier")
          .contains("A carrier.example.com: 192.0.2.9")
          .contains("chosen udp:192.0.2.9:5062 by ext-udp udp:192.0.2.4:5060 of bond extern");
      assertThat(answer.getOutcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void saysNoWhereNothingWouldBeSent() {
      Answer unlocated = commands.explain("sip:9@192.0.2.1", "intern", "192.0.2.99", "", "json");
      assertThat(unlocated.getText())
          .contains("\"outcome\":\"unlocated\"", "\"source\":\"192.0.2.99\"", "nxdomain");
      assertThat(unlocated.getOutcome()).isEqualTo(Outcome.NEGATIVE);

      Answer refused = commands.explain("sip:9@192.0.2.1", "extern", "", "MESSAGE", "text");
      assertThat(refused.getText()).contains("no rule for MESSAGE from bond extern");
      assertThat(refused.getOutcome()).isEqualTo(Outcome.NEGATIVE);
    }

    @Test
    void looksAtTheBondAloneWhereItIsNamed() {
      assertThat(text(commands.resolve("sip:a@carrier.example.com:5062", "extern", "text")))
          .startsWith("sip:a@carrier.example.com:5062\n")
          .contains("chosen udp:192.0.2.9:5062 by ext-udp");
      assertThat(commands.resolve("sips:a@192.0.2.9", "extern", "text").getOutcome())
          .isEqualTo(Outcome.NEGATIVE);
    }

    @Test
    void doesNotWaitForDnsForEver() {
      Commands waiting =
          new Commands(
              Shown.APPLICATION,
              inspected(question -> new CompletableFuture<>()),
              Duration.ofMillis(50));
      assertThat(waiting.resolve("sip:a@b.example.com", "extern", "json"))
          .satisfies(answer -> assertThat(answer.getOutcome()).isEqualTo(Outcome.NEGATIVE))
          .satisfies(answer -> assertThat(answer.getText()).contains("\"outcome\":\"pending\""));
    }

    @Test
    void knowsTheLastCallsOnly() {
      Answer answer = commands.explainCall("gone@example.com", "text");
      assertThat(answer.getOutcome()).isEqualTo(Outcome.NEGATIVE);
      assertThat(answer.getText()).isEqualTo("call gone@example.com is not known, or not any more");
      assertThat(commands.explainCall("gone@example.com", "json").getText())
          .isEqualTo("{\"outcome\":\"unknown\",\"callId\":\"gone@example.com\"}");
    }
  }

  @Nested
  class Blacklisting {
    @Test
    void putsADestinationLastUntilItIsTakenOut() {
      text(commands.blacklistAdd("udp:192.0.2.9:5062", "text"));
      assertThat(text(commands.blacklist("text")))
          .isEqualTo(
              "udp:192.0.2.9:5062: operator at 2026-11-21T10:00:00Z, last until"
                  + " 2026-11-21T10:04:00Z");
      assertThat(text(commands.blacklist("json")))
          .isEqualTo(
              "[{\"destination\":\"udp:192.0.2.9:5062\",\"transport\":\"udp\","
                  + "\"address\":\"192.0.2.9\",\"port\":5062,\"domain\":\"192.0.2.9\","
                  + "\"why\":\"operator\",\"since\":\"2026-11-21T10:00:00Z\","
                  + "\"until\":\"2026-11-21T10:04:00Z\"}]");
      assertThat(text(commands.resolve("sip:carrier.example.com:5062", "extern", "text")))
          .contains("comes last until 2026-11-21T10:04:00Z, after operator");

      assertThat(text(commands.blacklistRemove("udp:192.0.2.9:5062", "text")))
          .isEqualTo("1 removed");
      Answer again = commands.blacklistRemove("udp:192.0.2.9:5062", "json");
      assertThat(again.getText()).isEqualTo("{\"count\":0}");
      assertThat(again.getOutcome()).isEqualTo(Outcome.NEGATIVE);
    }

    @Test
    void empties() {
      text(commands.blacklistAdd("tls:[2001:db8::9]:5061", "text"));
      text(commands.blacklistAdd("tcp:192.0.2.9:5060", "text"));
      assertThat(text(commands.blacklistClear("text"))).isEqualTo("2 removed");
      assertThat(text(commands.blacklist("json"))).isEqualTo("[]");
    }
  }

  @Nested
  class RememberingDns {
    @Test
    void showsAndForgets() {
      dns.cached.add(answer("a.example.com", "192.0.2.9"));
      dns.cached.add(answer("b.example.com", "192.0.2.8"));
      assertThat(text(commands.dnsShow("B.example.com.", "text")))
          .isEqualTo("A b.example.com: 192.0.2.8 (ttl 42 s, 192.0.2.53:53, cached)");
      assertThat(text(commands.dnsShow("", "json")))
          .startsWith("[{\"type\":\"A\",\"name\":\"a.example.com\",\"status\":\"noerror\"");
      assertThat(text(commands.dnsFlush("a.example.com", "text"))).isEqualTo("1 forgotten");
      assertThat(commands.dnsFlush("a.example.com", "text").getOutcome())
          .isEqualTo(Outcome.NEGATIVE);
      assertThat(commands.dnsShow("a.example.com", "text").getOutcome())
          .isEqualTo(Outcome.NEGATIVE);
      assertThat(text(commands.dnsFlush("", "text"))).isEqualTo("1 forgotten");
      assertThat(dns.cached).isEmpty();
    }
  }

  @Test
  void warnsWithWhatDnsSaysNow() {
    Answer answer = commands.lint("text");
    assertThat(answer.getOutcome()).isEqualTo(Outcome.NEGATIVE);
    assertThat(answer.getText().lines())
        .anyMatch(line -> line.startsWith("listeners.spare: listener-in-no-bond: "))
        .anyMatch(line -> line.contains("not-located") && line.contains("nowhere"))
        .noneMatch(line -> line.contains("carrier"));
    assertThat(commands.lint("json").getText()).startsWith("[{\"code\":\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "alice, intern, '', ''            > uri: found \"alice\"; allowed: a SIP or SIPS URI",
        "sip:a@example.com, lan, '', ''   > from: found \"lan\"; allowed: extern, intern",
        "sip:a@example.com, '', host, ''  > source: found \"host\"; allowed: an IPv4 or IPv6",
        "sip:a@example.com, '', '', invite > method: found \"invite\"; allowed: a method in capital",
      })
  void saysWhatIsWrongWithAnArgument(String arguments, String problem) {
    String[] words = arguments.replace("''", "").split(", ?", -1);
    Answer answer = commands.explain(words[0], words[1], words[2], words[3].strip(), "text");
    assertThat(answer.getOutcome()).isEqualTo(Outcome.INVALID);
    assertThat(answer.getText()).startsWith(problem).hasLineCount(1);
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    Answer answer = commands.resolve("tel:1", "lan", "xml");
    assertThat(answer.getOutcome()).isEqualTo(Outcome.INVALID);
    assertThat(answer.getText().lines())
        .containsExactly(
            "format: found \"xml\"; allowed: text, json",
            "uri: found \"tel:1\"; allowed: a SIP or SIPS URI without headers, such as"
                + " sip:00431@example.com",
            "bond: found \"lan\"; allowed: extern, intern");
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.9:5060", "sctp:192.0.2.9:5060", "udp:a.example.com:5060", "udp:192.0.2.9"})
  void blacklistsNothingButDestinations(String text) {
    Answer answer = commands.blacklistAdd(text, "text");
    assertThat(answer.getOutcome()).isEqualTo(Outcome.INVALID);
    assertThat(answer.getText())
        .startsWith("destination: found \"" + text + "\"; allowed: transport:address:port");
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void drainsAListenerOnceAndTakesItIntoUseAgain() {
    assertThat(text(commands.listenersDrain("ext-udp", "text")))
        .isEqualTo("ext-udp is drained: nothing new begins at it, what has begun goes on");
    assertThat(commands.listenersDrain("ext-udp", "text").getOutcome()).isEqualTo(Outcome.NEGATIVE);
    assertThat(commands.resolve("sip:192.0.2.9;transport=udp", "extern", "text").getText())
        .contains("drained");
    assertThat(text(commands.listenersResume("ext-udp", "json")))
        .isEqualTo("{\"name\":\"ext-udp\",\"state\":\"in use\"}");
    assertThat(commands.listenersResume("ext-udp", "text").getOutcome())
        .isEqualTo(Outcome.NEGATIVE);
  }

  @Test
  void drainsNoListenerThatThereIsNot() {
    assertThat(commands.listenersDrain("ext", "text"))
        .satisfies(
            answer -> {
              assertThat(answer.getOutcome()).isEqualTo(Outcome.INVALID);
              assertThat(answer.getText()).startsWith("listener: found \"ext\"; allowed: ");
            });
  }

  @Test
  void changesNothingInAFormatThatItDoesNotKnow() {
    text(commands.blacklistAdd("tcp:192.0.2.9:5060", "text"));
    assertThat(commands.blacklistClear("xml").getOutcome()).isEqualTo(Outcome.INVALID);
    assertThat(failed.list()).hasSize(1);
  }

  private Commands commands(DnsLookup lookup) {
    return new Commands(Shown.APPLICATION, inspected(lookup), Duration.ofSeconds(5));
  }

  private Inspected inspected(DnsLookup lookup) {
    return new Inspected(
        config,
        new Decider(config.rules(), drained, SourceRoutes.NONE),
        new Resolver(lookup, new Random(1), LocatingLimits.DEFAULT),
        failed,
        dns,
        drained,
        new FixedCalls(List.of(), List.of(), true));
  }

  private static AppConfig read(Path document) {
    Function<Object, AppConfig> broken =
        problems -> {
          throw new IllegalArgumentException("the document of the test is broken: " + problems);
        };
    return HoconDocument.read(document)
        .fold(
            tree ->
                new ConfigReader(new MachineInterfaces())
                    .read(tree)
                    .fold(Function.identity(), broken::apply),
            broken::apply);
  }

  private static String text(Answer answer) {
    assertThat(answer.getOutcome()).isEqualTo(Outcome.OK);
    return answer.getText();
  }

  private static DnsAnswer answer(String name, String address) {
    return new DnsAnswer(
        new Question(name, RecordType.A),
        DnsAnswer.Status.NOERROR,
        List.of(new DnsRecord.Address(name, IpLiteral.parse(address).orElseThrow())),
        Duration.ofSeconds(42),
        "192.0.2.53:53",
        DnsAnswer.Freshness.CACHED);
  }

  /** Knows one name, and what the test puts into its memory. */
  private static final class Remembering implements DnsLookup, DnsCache {
    private static final Map<Question, DnsAnswer> ZONE =
        Map.of(
            new Question("carrier.example.com", RecordType.A),
            answer("carrier.example.com", "192.0.2.9"));

    private final List<DnsAnswer> cached = new ArrayList<>();

    @Override
    public CompletionStage<DnsAnswer> ask(Question question) {
      DnsAnswer none = DnsAnswer.failed(question, DnsAnswer.Status.NXDOMAIN, "192.0.2.53:53");
      return CompletableFuture.completedStage(ZONE.getOrDefault(question, none));
    }

    @Override
    public List<DnsAnswer> cached() {
      return List.copyOf(cached);
    }

    @Override
    public int flush(String name) {
      int before = cached.size();
      cached.removeIf(answer -> answer.question().name().equals(name));
      return before - cached.size();
    }

    @Override
    public void flush() {
      cached.clear();
    }
  }
}
