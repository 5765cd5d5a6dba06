package org.sipbond.dns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsAnswer.Status;
import org.sipbond.core.resolve.DnsLookup;
import org.sipbond.core.resolve.Question;

/**
 * Keeps answers, what is not there too (RFC 2308), for as long as they say; failures never. However
 * many ask the same, one question is under way. While the servers fail, an answer that has ended is
 * given on for some time (RFC 8767).
 */
final class CachingLookup implements DnsLookup {
  private final DnsLookup servers;
  private final CacheSettings settings;
  private final Clock clock;
  private final Executor executor;
  private final Map<Question, CachedAnswer> kept;
  private final Map<Question, CompletableFuture<DnsAnswer>> underWay = new HashMap<>();

  CachingLookup(DnsLookup servers, CacheSettings settings, Clock clock, Executor executor) {
    this.executor = executor;
    this.servers = servers;
    this.settings = settings;
    this.clock = clock;
    this.kept = new LinkedHashMap<>(16, 0.75f, true);
  }

  @Override
  public CompletionStage<DnsAnswer> ask(Question question) {
    CompletableFuture<DnsAnswer> answer = new CompletableFuture<>();
    CompletableFuture<DnsAnswer> shared;
    Optional<DnsAnswer> stale;
    synchronized (this) {
      Instant now = clock.instant();
      Optional<CachedAnswer> cached = Optional.ofNullable(kept.get(question));
      Optional<DnsAnswer> ready = cached.flatMap(found -> found.without(now));
      if (ready.isPresent()) {
        return CompletableFuture.completedStage(ready.get());
      }
      stale = cached.flatMap(found -> found.stale(now));
      shared = underWay.computeIfAbsent(question, asked -> answer);
    }
    if (shared == answer) {
      begin(question, answer);
    }
    return stale.map(old -> soon(question, shared, old)).orElseGet(shared::minimalCompletionStage);
  }

  /** Waits no longer than the settings say; the timer's thread is not lent to callers. */
  private CompletionStage<DnsAnswer> soon(
      Question question, CompletableFuture<DnsAnswer> shared, DnsAnswer old) {
    return shared
        .copy()
        .completeOnTimeout(old, settings.patience().toMillis(), TimeUnit.MILLISECONDS)
        .thenApplyAsync(
            answer -> {
              if (!shared.isDone()) {
                relieve(question);
              }
              return answer;
            },
            executor);
  }

  /** One has waited in vain: the others need not wait for the same servers until they answer. */
  private synchronized void relieve(Question question) {
    CachedAnswer old = kept.get(question);
    if (old != null && underWay.containsKey(question)) {
      kept.put(question, old.until(clock.instant().plus(settings.recheck())));
    }
  }

  private void begin(Question question, CompletableFuture<DnsAnswer> shared) {
    CompletableFuture.completedStage(question)
        .thenCompose(servers::ask)
        .exceptionally(thrown -> DnsAnswer.failed(question, Failures.status(thrown), ""))
        .thenApply(answer -> ended(question, answer))
        .thenAccept(shared::complete);
  }

  private synchronized DnsAnswer ended(Question question, DnsAnswer answer) {
    underWay.remove(question);
    Instant now = clock.instant();
    if (answer.status().definite()) {
      keep(answer, now);
      return answer;
    }
    Optional<CachedAnswer> old = Optional.ofNullable(kept.get(question));
    Optional<DnsAnswer> stale = old.flatMap(cached -> cached.stale(now));
    if (stale.isPresent()) {
      old.ifPresent(cached -> kept.put(question, cached.until(now.plus(settings.recheck()))));
    }
    return stale.orElse(answer);
  }

  private void keep(DnsAnswer answer, Instant now) {
    Duration longest = isNegative(answer) ? settings.longestNegative() : settings.longest();
    Duration ttl = answer.ttl().compareTo(longest) > 0 ? longest : answer.ttl();
    kept.remove(answer.question());
    if (!ttl.isZero() && settings.entries() > 0) {
      Instant end = now.plus(ttl);
      kept.put(answer.question(), new CachedAnswer(answer, end, end.plus(settings.stale()), end));
    }
    while (kept.size() > settings.entries()) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private static boolean isNegative(DnsAnswer answer) {
    return answer.status() == Status.NXDOMAIN
        || answer.records().stream().noneMatch(record -> record.answers(answer.question().type()));
  }

  /** What is kept, with what is left of it; the least recently used first. */
  synchronized List<DnsAnswer> list() {
    Instant now = clock.instant();
    return kept.values().stream()
        .flatMap(cached -> cached.fresh(now).or(() -> cached.stale(now)).stream())
        .toList();
  }

  /** Forgets all. */
  synchronized void flush() {
    kept.clear();
  }

  /** Forgets what was asked of one name; how much that was. */
  synchronized int flush(String name) {
    List<Question> gone =
        kept.keySet().stream().filter(question -> question.name().equals(name)).toList();
    gone.forEach(kept::remove);
    return gone.size();
  }
}
