package org.sipbond.core.resolve;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.Transport;

/**
 * Goes through the answers of a resolution again, in the order of RFC 3263 §4, to the one that has
 * the destination. Belongs to the thread that runs.
 */
final class Tracing {
  private final Target target;
  private final Destination destination;
  private final Map<Question, DnsAnswer> answers = new LinkedHashMap<>();

  Tracing(Resolution.Located located, Destination destination) {
    this.target = located.target();
    this.destination = destination;
    located.findings().answers().forEach(answer -> answers.put(answer.question(), answer));
  }

  /** Empty where no question was needed. */
  List<Question> questions() {
    Transport transport = destination.transport();
    return byNaptr()
        .or(() -> bySrv(Service.of(transport, target.host()).name()))
        .or(() -> byAddress(target.host(), target.port(transport)))
        .orElse(List.of());
  }

  private Optional<List<Question>> byNaptr() {
    return look(
        new Question(target.host(), RecordType.NAPTR),
        record ->
            record instanceof DnsRecord.Naptr naptr
                    && Service.transport(naptr.service()).equals(Optional.of(transport()))
                ? bySrv(naptr.replacement())
                : Optional.empty());
  }

  private Optional<List<Question>> bySrv(String name) {
    return look(
        new Question(name, RecordType.SRV),
        record ->
            record instanceof DnsRecord.Srv srv
                ? byAddress(srv.target(), srv.port())
                : Optional.empty());
  }

  private Optional<List<Question>> byAddress(String name, int port) {
    return look(
        new Question(name, RecordType.of(destination.family())),
        record ->
            record instanceof DnsRecord.Address found
                    && found.address().equals(destination.address())
                    && port == destination.port()
                ? Optional.of(List.of())
                : Optional.empty());
  }

  private Transport transport() {
    return destination.transport();
  }

  /**
   * The question, those that its aliases led to, and those that follow.
   *
   * @param rest the questions that a record led to; empty where it did not lead here
   */
  private Optional<List<Question>> look(
      Question question, Function<DnsRecord, Optional<List<Question>>> rest) {
    return look(question, new HashSet<>(), rest);
  }

  private Optional<List<Question>> look(
      Question question, Set<String> names, Function<DnsRecord, Optional<List<Question>>> rest) {
    DnsAnswer answer = answers.get(question);
    if (answer == null || !names.add(question.name())) {
      return Optional.empty();
    }
    String end = endOfAliases(answer);
    return answer.records(end).stream()
        .map(rest)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> look(new Question(end, question.type()), names, rest))
        .map(found -> Stream.concat(Stream.of(question), found.stream()).toList());
  }

  private static String endOfAliases(DnsAnswer answer) {
    Set<String> names = new HashSet<>();
    String name = answer.question().name();
    for (Optional<String> next = answer.alias(name);
        next.isPresent() && names.add(name);
        next = answer.alias(name)) {
      name = next.get();
    }
    return name;
  }
}
