package org.sipbond.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsLookup;
import org.sipbond.core.resolve.DnsRecord;
import org.sipbond.core.resolve.Question;

/**
 * Looks for names of a single label, labels of SRV aside, in the domains of a search list, and then
 * as they are. What is found is an alias of what was asked for, so that it can be seen.
 */
final class SearchLookup implements DnsLookup {
  private final DnsLookup lookup;
  private final List<String> domains;

  SearchLookup(DnsLookup lookup, List<String> domains) {
    this.lookup = lookup;
    this.domains = List.copyOf(domains);
  }

  @Override
  public CompletionStage<DnsAnswer> ask(Question question) {
    return isSingle(question.name()) ? search(question, domains) : lookup.ask(question);
  }

  private static boolean isSingle(String name) {
    return name.replaceFirst("^(_[^.]*\\.)*", "").indexOf('.') < 0;
  }

  private CompletionStage<DnsAnswer> search(Question question, List<String> left) {
    if (left.isEmpty()) {
      return lookup.ask(question);
    }
    Question longer = new Question(question.name() + "." + left.get(0), question.type());
    return lookup
        .ask(longer)
        .thenCompose(
            answer ->
                answer.records().isEmpty()
                    ? search(question, left.subList(1, left.size()))
                    : CompletableFuture.completedStage(aliased(question, answer)));
  }

  private static DnsAnswer aliased(Question question, DnsAnswer answer) {
    List<DnsRecord> records = new ArrayList<>();
    records.add(new DnsRecord.Alias(question.name(), answer.question().name()));
    records.addAll(answer.records());
    return new DnsAnswer(
        question, answer.status(), records, answer.ttl(), answer.server(), answer.freshness());
  }
}
