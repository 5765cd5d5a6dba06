package org.sipbond.core.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sipbond.core.net.Destination;
import org.sipbond.core.resolve.LookupFailure.Cause;

/**
 * What one run of the procedure read and wrote: the answers that it used, the questions that it
 * lacked answers to, what it dropped, what failed. Belongs to the thread that runs.
 */
final class Notes {
  private static final int MAX_NAMES = 9;

  private final Map<Question, DnsAnswer> known;
  private final LocatingLimits limits;
  private final Map<Question, DnsAnswer> used = new LinkedHashMap<>();
  private final Set<Question> lacking = new LinkedHashSet<>();
  private final List<Dropped> dropped = new ArrayList<>();
  private final List<LookupFailure> failures = new ArrayList<>();

  Notes(Map<Question, DnsAnswer> known, LocatingLimits limits) {
    this.known = known;
    this.limits = limits;
  }

  /**
   * Looks a question up, following aliases. Leads nowhere, for now, where an answer is lacking.
   *
   * @param found gets at least one record
   * @param failed gets a failure, {@link LookupFailure#absent()} where that is the answer
   */
  List<Destination> look(
      Question question,
      Function<List<DnsRecord>, List<Destination>> found,
      Function<LookupFailure, List<Destination>> failed) {
    return look(question, new LinkedHashSet<>(Set.of(question.name())), found, failed);
  }

  private List<Destination> look(
      Question question,
      Set<String> names,
      Function<List<DnsRecord>, List<Destination>> found,
      Function<LookupFailure, List<Destination>> failed) {
    return answer(question).map(answer -> read(answer, names, found, failed)).orElse(List.of());
  }

  /**
   * Reads an answer from its question on.
   *
   * @param names that aliases have led to already
   */
  private List<Destination> read(
      DnsAnswer answer,
      Set<String> names,
      Function<List<DnsRecord>, List<Destination>> found,
      Function<LookupFailure, List<Destination>> failed) {
    Question question = answer.question();
    String name = question.name();
    for (Optional<String> next = answer.alias(name); next.isPresent(); next = answer.alias(name)) {
      name = next.get();
      if (!names.add(name) || names.size() > MAX_NAMES) {
        return failed.apply(
            new LookupFailure(Cause.CNAME_LOOP, String.join(" to ", names) + " to " + name));
      }
    }
    List<DnsRecord> records = answer.records(name);
    boolean askOn = answer.status() == DnsAnswer.Status.NOERROR && !name.equals(question.name());
    if (records.isEmpty() && askOn) {
      return look(new Question(name, question.type()), names, found, failed);
    }
    return records.isEmpty() || records.size() > limits.records()
        ? failed.apply(failure(question, answer, records.size()))
        : found.apply(records);
  }

  private Optional<DnsAnswer> answer(Question question) {
    DnsAnswer answer = known.get(question);
    if (answer != null) {
      used.put(question, answer);
    } else if (used.size() + lacking.size() < limits.questions() || lacking.contains(question)) {
      lacking.add(question);
    } else {
      drop(question, "not asked after " + limits.questions() + " questions");
    }
    return Optional.ofNullable(answer);
  }

  private static LookupFailure failure(Question question, DnsAnswer answer, int records) {
    return records > 0
        ? new LookupFailure(Cause.TOO_MANY_RECORDS, question + ": " + records)
        : new LookupFailure(Cause.of(answer.status()), question.toString());
  }

  void drop(Object what, String reason) {
    dropped.add(new Dropped(what.toString(), reason));
  }

  List<Destination> fail(LookupFailure failure) {
    failures.add(failure);
    return List.of();
  }

  Set<Question> lacking() {
    return lacking;
  }

  Findings findings() {
    return new Findings(List.copyOf(used.values()), dropped);
  }

  /** The most telling failure. */
  LookupFailure failure(Target target) {
    return failures.stream()
        .min(Comparator.comparing(LookupFailure::cause))
        .orElseGet(() -> new LookupFailure(Cause.NO_DATA, target.toString()));
  }
}
