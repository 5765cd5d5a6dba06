package org.sipbond.dns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsAnswer.Status;
import org.sipbond.core.resolve.DnsLookup;
import org.sipbond.core.resolve.Question;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;

/**
 * Asks servers one after the other until one knows. A silent one is asked again in the next round,
 * one that answered with a failure is not; one that was silent lately is asked last.
 */
final class ServerLookup implements DnsLookup {
  private static final Duration AVOIDED = Duration.ofSeconds(30);

  private final List<Server> servers;
  private final int rounds;
  private final Clock clock;
  private final Map<Server, Instant> silent = new ConcurrentHashMap<>();

  ServerLookup(List<Server> servers, int rounds, Clock clock) {
    this.servers = List.copyOf(servers);
    this.rounds = rounds;
    this.clock = clock;
  }

  @Override
  public CompletionStage<DnsAnswer> ask(Question question) {
    try {
      return ask(question, Server.query(question), tries(), List.of());
    } catch (TextParseException tooLong) {
      return CompletableFuture.completedStage(
          DnsAnswer.failed(question, Status.NXDOMAIN, "no server, the name is too long"));
    }
  }

  private CompletionStage<DnsAnswer> ask(
      Question question, Record query, List<Server> tries, List<DnsAnswer> failures) {
    if (tries.isEmpty()) {
      return CompletableFuture.completedStage(failure(question, failures));
    }
    Server server = tries.get(0);
    List<Server> rest = tries.subList(1, tries.size());
    return server
        .ask(question, query)
        .thenCompose(
            answer -> {
              note(server, answer);
              return answer.status().definite()
                  ? CompletableFuture.completedStage(answer)
                  : ask(question, query, without(server, answer, rest), with(answer, failures));
            });
  }

  private List<Server> tries() {
    Instant now = clock.instant();
    List<Server> round =
        servers.stream().sorted(Comparator.comparing(server -> isAvoided(server, now))).toList();
    return Stream.generate(() -> round).limit(rounds).flatMap(List::stream).toList();
  }

  private boolean isAvoided(Server server, Instant now) {
    return silent.getOrDefault(server, Instant.MIN).isAfter(now);
  }

  private void note(Server server, DnsAnswer answer) {
    if (isSilence(answer)) {
      silent.put(server, clock.instant().plus(AVOIDED));
    } else {
      silent.remove(server);
    }
  }

  private static List<Server> without(Server server, DnsAnswer answer, List<Server> tries) {
    return answer.status() == Status.TIMEOUT
        ? tries
        : tries.stream().filter(other -> other != server).toList();
  }

  private static List<DnsAnswer> with(DnsAnswer answer, List<DnsAnswer> failures) {
    List<DnsAnswer> more = new ArrayList<>(failures);
    more.add(answer);
    return more;
  }

  /** What a server said counts more than the silence of another. */
  private static DnsAnswer failure(Question question, List<DnsAnswer> failures) {
    Status status =
        failures.stream()
            .filter(answer -> !isSilence(answer))
            .map(DnsAnswer::status)
            .findFirst()
            .orElseGet(
                () ->
                    failures.stream().anyMatch(answer -> answer.status() == Status.TIMEOUT)
                        ? Status.TIMEOUT
                        : Status.UNREACHABLE);
    return DnsAnswer.failed(
        question,
        status,
        failures.stream().map(DnsAnswer::server).distinct().collect(Collectors.joining(", ")));
  }

  private static boolean isSilence(DnsAnswer answer) {
    return answer.status() == Status.TIMEOUT || answer.status() == Status.UNREACHABLE;
  }
}
