package org.sipbond.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsAnswer.Freshness;
import org.sipbond.core.resolve.DnsAnswer.Status;
import org.sipbond.core.resolve.DnsLookup;
import org.sipbond.core.resolve.DnsRecord;
import org.sipbond.core.resolve.Question;

/** Servers that answer when the test says so. */
final class ScriptedServers implements DnsLookup {
  private final List<Question> asked = new ArrayList<>();
  private final List<CompletableFuture<DnsAnswer>> answers = new ArrayList<>();

  @Override
  public CompletionStage<DnsAnswer> ask(Question question) {
    CompletableFuture<DnsAnswer> answer = new CompletableFuture<>();
    asked.add(question);
    answers.add(answer);
    return answer;
  }

  int asked() {
    return asked.size();
  }

  /** Answers the last question with an address. */
  void answer(String address, Duration ttl) {
    DnsRecord record = new DnsRecord.Address(last().name(), IpLiteral.parse(address).orElseThrow());
    complete(Status.NOERROR, List.of(record), ttl);
  }

  /** Answers the last question with nothing. */
  void answer(Status status, Duration ttl) {
    complete(status, List.of(), ttl);
  }

  /** Breaks the promise to complete with an answer. */
  void breakDown() {
    answers.get(answers.size() - 1).completeExceptionally(new IllegalStateException("broken"));
  }

  private void complete(Status status, List<DnsRecord> records, Duration ttl) {
    answers
        .get(answers.size() - 1)
        .complete(new DnsAnswer(last(), status, records, ttl, "192.0.2.53:53", Freshness.ASKED));
  }

  private Question last() {
    return asked.get(asked.size() - 1);
  }
}
