package org.sipbond.dns;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsLookup;
import org.sipbond.core.resolve.Question;
import org.sipbond.core.resolve.RecordType;
import org.xbill.DNS.NioClient;

/** DNS as one asks it: search list, cache, servers. Close it, or a thread of dnsjava stays. */
public final class DnsClient implements DnsLookup, AutoCloseable {
  private final CachingLookup cache;
  private final DnsLookup lookup;

  private DnsClient(CachingLookup cache, DnsLookup lookup) {
    this.cache = cache;
    this.lookup = lookup;
  }

  /**
   * A client; nothing is asked yet.
   *
   * @param executor runs what waits for answers, and must not be the reader of the network: a task
   *     that blocks it would hold up all answers
   */
  public static DnsClient open(
      DnsSettings settings, Clock clock, Executor executor, DnsObserver observer) {
    List<Server> servers =
        settings.servers().stream()
            .map(address -> new Server(address, settings.timeout(), executor))
            .toList();
    ServerLookup asking = new ServerLookup(servers, settings.rounds(), clock);
    DnsLookup observed = question -> observed(asking, question, observer);
    CachingLookup cache = new CachingLookup(observed, settings.cache(), clock, executor);
    return new DnsClient(cache, new SearchLookup(cache, settings.search()));
  }

  private static CompletionStage<DnsAnswer> observed(
      DnsLookup lookup, Question question, DnsObserver observer) {
    long begin = System.nanoTime();
    return lookup
        .ask(question)
        .thenApply(
            answer -> {
              observer.asked(answer, Duration.ofNanos(System.nanoTime() - begin));
              return answer;
            });
  }

  @Override
  public CompletionStage<DnsAnswer> ask(Question question) {
    return lookup.ask(question);
  }

  /** What the cache has, with what is left of it. */
  public List<DnsAnswer> cached() {
    return cache.list();
  }

  /** Empties the cache. */
  public void flush() {
    cache.flush();
  }

  /** Forgets one name; how many answers that were. */
  public int flush(String name) {
    return cache.flush(new Question(name, RecordType.A).name());
  }

  /** Ends the network thread of all clients of this class loader, and what is under way. */
  @Override
  public void close() {
    NioClient.close();
  }
}
