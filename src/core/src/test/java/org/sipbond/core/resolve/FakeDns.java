package org.sipbond.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sipbond.core.net.IpLiteral;

/** Answers from zones in memory and remembers what it was asked. */
public final class FakeDns implements DnsLookup {
  private static final Duration TTL = Duration.ofMinutes(5);

  private final List<DnsRecord> records = new ArrayList<>();
  private final Map<Question, DnsAnswer.Status> failures = new LinkedHashMap<>();
  private final List<Question> asked = new ArrayList<>();
  private boolean recursive;

  /** One record: {@code a.example.com A 192.0.2.1}, or {@code a.example.com A !SERVFAIL}. */
  public FakeDns zone(String line) {
    String[] words = line.trim().split("\\s+", 3);
    if (words[2].startsWith("!")) {
      failures.put(
          new Question(words[0], RecordType.valueOf(words[1])),
          DnsAnswer.Status.valueOf(words[2].substring(1)));
    } else {
      records.add(record(words[0], words[1], words[2].split("\\s+")));
    }
    return this;
  }

  /** Answers with the records at the end of aliases too. */
  public FakeDns recursive() {
    recursive = true;
    return this;
  }

  @Override
  public CompletionStage<DnsAnswer> ask(Question question) {
    asked.add(question);
    DnsAnswer.Status failure = failures.get(question);
    return CompletableFuture.completedStage(
        failure == null ? answer(question) : DnsAnswer.failed(question, failure, "192.0.2.53:53"));
  }

  /** Exactly these questions were asked, in this order, since the last look. */
  public void assertRequests(List<String> questions) {
    assertThat(asked.stream().map(Question::toString)).containsExactlyElementsOf(questions);
    asked.clear();
  }

  private DnsAnswer answer(Question question) {
    List<DnsRecord> found = new ArrayList<>();
    String name = question.name();
    for (Optional<DnsRecord.Alias> alias = alias(name);
        alias.isPresent() && !found.contains(alias.get()) && (recursive || found.isEmpty());
        alias = alias(name)) {
      found.add(alias.get());
      name = alias.get().target();
    }
    String end = name;
    if (recursive || found.isEmpty()) {
      records.stream()
          .filter(record -> record.owner().equals(end) && record.answers(question.type()))
          .forEach(found::add);
    }
    DnsAnswer.Status status =
        found.isEmpty() && !exists(end) ? DnsAnswer.Status.NXDOMAIN : DnsAnswer.Status.NOERROR;
    return new DnsAnswer(question, status, found, TTL, "192.0.2.53:53", DnsAnswer.Freshness.ASKED);
  }

  private Optional<DnsRecord.Alias> alias(String name) {
    return records.stream()
        .filter(DnsRecord.Alias.class::isInstance)
        .map(DnsRecord.Alias.class::cast)
        .filter(record -> record.owner().equals(name))
        .findFirst();
  }

  /** A name exists that has records, failures, or names below. */
  private boolean exists(String name) {
    return records.stream().anyMatch(record -> isAt(record.owner(), name))
        || failures.keySet().stream().anyMatch(question -> isAt(question.name(), name));
  }

  private static boolean isAt(String owner, String name) {
    return owner.equals(name) || owner.endsWith("." + name);
  }

  private static DnsRecord record(String owner, String type, String[] data) {
    return switch (type) {
      case "A", "AAAA" -> new DnsRecord.Address(owner, IpLiteral.parse(data[0]).orElseThrow());
      case "CNAME" -> new DnsRecord.Alias(owner, data[0]);
      case "SRV" ->
          new DnsRecord.Srv(owner, number(data[0]), number(data[1]), number(data[2]), data[3]);
      case "NAPTR" -> naptr(owner, data);
      default -> throw new IllegalArgumentException("type is " + type);
    };
  }

  private static DnsRecord naptr(String owner, String[] data) {
    boolean expression = data[4].startsWith("!");
    return new DnsRecord.Naptr(
        owner,
        number(data[0]),
        number(data[1]),
        data[2],
        data[3],
        expression ? data[4] : "",
        expression ? "." : data[4]);
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }
}
