package org.sipbond.core.resolve;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of a question.
 *
 * @param records what was asked for and the aliases on the way to it; none unless {@link
 *     Status#NOERROR} or, aliases alone, {@link Status#NXDOMAIN}
 * @param ttl how long it still counts; zero for what is not to be kept
 * @param server who answered, as in {@code 192.0.2.53:53}; several where several failed
 */
public record DnsAnswer(
    Question question,
    Status status,
    List<DnsRecord> records,
    Duration ttl,
    String server,
    Freshness freshness) {

  public DnsAnswer {
    records = List.copyOf(records);
    if (ttl.isNegative()) {
      throw new IllegalArgumentException("ttl is " + ttl + "; allowed: 0 or more");
    }
  }

  /** An answer without records that is not to be kept. */
  public static DnsAnswer failed(Question question, Status status, String server) {
    return new DnsAnswer(question, status, List.of(), Duration.ZERO, server, Freshness.ASKED);
  }

  /** The same with another lifetime and origin. */
  public DnsAnswer as(Freshness other, Duration left) {
    return new DnsAnswer(question, status, records, left, server, other);
  }

  /** What {@code name} is another name for; empty where it is none. */
  Optional<String> alias(String name) {
    return records.stream()
        .filter(record -> record.owner().equals(name))
        .filter(DnsRecord.Alias.class::isInstance)
        .map(record -> ((DnsRecord.Alias) record).target())
        .findFirst();
  }

  /** What was asked for, as far as {@code name} has it. */
  List<DnsRecord> records(String name) {
    return records.stream()
        .filter(record -> record.owner().equals(name) && record.answers(question.type()))
        .toList();
  }

  /** What a server said, or why none said anything. */
  public enum Status {
    /** The name exists; whether it has what was asked for, the records say (RFC 2308 §2.2). */
    NOERROR,
    NXDOMAIN,
    SERVFAIL,
    REFUSED,
    /** No server answered in time. */
    TIMEOUT,
    /** No server could be sent to. */
    UNREACHABLE,
    /** What came was no answer to the question. */
    MALFORMED,
    /** More than is looked at. */
    TOO_MANY_RECORDS;

    /** Whether a server knows: the others say nothing about the name. */
    public boolean definite() {
      return this == NOERROR || this == NXDOMAIN;
    }

    /** {@code too-many-records}: the value of a label. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Where an answer was taken from. */
  public enum Freshness {
    ASKED,
    CACHED,
    /** Outlived, and given because the servers fail (RFC 8767). */
    STALE;

    /** {@code cached}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How long it counts and where it is from: {@code ttl 300 s, 192.0.2.53:53, cached}. */
  public String provenance() {
    return "ttl " + ttl.toSeconds() + " s, " + (server.isEmpty() ? "" : server + ", ") + freshness;
  }

  /** {@code A a.example.com: 192.0.2.1, 192.0.2.2 (ttl 300 s, 192.0.2.53:53, cached)}. */
  @Override
  public String toString() {
    String said =
        records.stream().map(DnsRecord::toString).collect(Collectors.joining(", ", " ", ""));
    return question
        + ":"
        + (status == Status.NOERROR ? "" : " " + status.label())
        + (status == Status.NOERROR && records.isEmpty() ? " no data" : said.stripTrailing())
        + (" (" + provenance() + ")");
  }
}
