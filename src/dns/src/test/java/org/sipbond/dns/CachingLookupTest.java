package org.sipbond.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsAnswer.Status;
import org.sipbond.core.resolve.Question;
import org.sipbond.core.resolve.RecordType;
import org.sipbond.testkit.time.SteppedClock;

class CachingLookupTest {
  private static final Question A = new Question("a.example.com", RecordType.A);
  private static final Question B = new Question("b.example.com", RecordType.A);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SteppedClock clock = new SteppedClock();
  private final ScriptedServers servers = new ScriptedServers();
  private CachingLookup cache = cache(CacheSettings.DEFAULT.withoutStale());

  @Test
  void keepsAnAnswerForItsTtl() {
    fill(A, "192.0.2.1", MINUTE);
    clock.step(Duration.ofSeconds(59));
    assertThat(ask(A)).isCompletedWithValueMatching(is("192.0.2.1", "ttl 1 s", "cached"));
    clock.step(SECOND);
    assertThat(ask(A)).isNotDone();
    assertThat(servers.asked()).isEqualTo(2);
  }

  @Test
  void keepsNothingOfTtlZero() {
    fill(A, "192.0.2.1", Duration.ZERO);
    assertThat(ask(A)).isNotDone();
  }

  @Test
  void keepsNothingLongerThanItsLimit() {
    fill(A, "192.0.2.1", Duration.ofDays(30));
    clock.step(Duration.ofDays(1));
    assertThat(ask(A)).isNotDone();
  }

  /** RFC 2308 §5. */
  @ParameterizedTest
  @EnumSource(names = {"NOERROR", "NXDOMAIN"})
  void keepsWhatIsNotThere(Status status) {
    CompletableFuture<DnsAnswer> first = ask(A);
    servers.answer(status, Duration.ofHours(1));
    assertThat(first).isCompleted();
    clock.step(Duration.ofSeconds(299));
    assertThat(ask(A)).isCompletedWithValueMatching(answer -> answer.status() == status);
    clock.step(SECOND);
    assertThat(ask(A)).isNotDone();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NOERROR", "NXDOMAIN"},
      mode = EnumSource.Mode.EXCLUDE)
  void keepsNoFailure(Status status) {
    CompletableFuture<DnsAnswer> failed = ask(A);
    servers.answer(status, Duration.ZERO);
    assertThat(failed).isCompletedWithValueMatching(answer -> answer.status() == status);

    fill(A, "192.0.2.1", MINUTE);
    assertThat(ask(A)).isCompletedWithValueMatching(is("192.0.2.1"));
    assertThat(servers.asked()).isEqualTo(2);
  }

  @Test
  void asksOnceHoweverManyWait() {
    List<CompletableFuture<DnsAnswer>> waiting =
        IntStream.range(0, 100).mapToObj(call -> ask(A)).toList();
    assertThat(servers.asked()).isEqualTo(1);
    servers.answer("192.0.2.1", MINUTE);
    assertThat(waiting)
        .allSatisfy(
            answer -> assertThat(answer).isCompletedWithValueMatching(is("192.0.2.1", "asked")));
  }

  @Test
  void letsNoCallerSpoilTheOthers() {
    CompletableFuture<DnsAnswer> careless = ask(A);
    CompletableFuture<DnsAnswer> other = ask(A);
    careless.completeExceptionally(new IllegalStateException("the call has ended"));
    servers.answer("192.0.2.1", MINUTE);
    assertThat(other).isCompletedWithValueMatching(is("192.0.2.1"));
    assertThat(ask(A)).isCompletedWithValueMatching(is("192.0.2.1"));
  }

  @Test
  void answersEvenWhenTheLookupBreaksItsPromise() {
    CompletableFuture<DnsAnswer> broken = ask(A);
    servers.breakDown();
    assertThat(broken).isCompletedWithValueMatching(answer -> answer.status() == Status.MALFORMED);
    fill(A, "192.0.2.1", MINUTE);
  }

  @Test
  void forgetsTheLeastRecentlyUsed() {
    cache = cache(new CacheSettings(MINUTE, MINUTE, MINUTE, SECOND, SECOND, 2));
    Question third = new Question("c.example.com", RecordType.A);
    fill(A, "192.0.2.1", MINUTE);
    fill(B, "192.0.2.2", MINUTE);
    assertThat(ask(A)).isCompleted();
    fill(third, "192.0.2.3", MINUTE);
    assertThat(cache.list()).extracting(DnsAnswer::question).containsExactly(A, third);
  }

  @Test
  void listsAndForgets() {
    fill(A, "192.0.2.1", MINUTE);
    fill(B, "192.0.2.2", MINUTE);
    clock.step(SECOND);
    assertThat(cache.list())
        .extracting(DnsAnswer::toString)
        .containsExactly(
            "A a.example.com: 192.0.2.1 (ttl 59 s, 192.0.2.53:53, cached)",
            "A b.example.com: 192.0.2.2 (ttl 59 s, 192.0.2.53:53, cached)");
    assertThat(cache.flush("a.example.com")).isEqualTo(1);
    assertThat(cache.list()).extracting(DnsAnswer::question).containsExactly(B);
    cache.flush();
    assertThat(cache.list()).isEmpty();
  }

  /** RFC 8767. */
  @Nested
  class WhileTheServersFail {
    @Test
    void givesAnAnswerThatHasEnded() {
      cache = cache(CacheSettings.DEFAULT);
      fill(A, "192.0.2.1", MINUTE);
      clock.step(MINUTE);
      CompletableFuture<DnsAnswer> answer = ask(A);
      servers.answer(Status.TIMEOUT, Duration.ZERO);
      assertThat(answer.join()).matches(is("192.0.2.1", "ttl 0 s", "stale"));
    }

    @Test
    void givesItAtOnceForAWhileAndThenAsksAgain() {
      cache = cache(CacheSettings.DEFAULT);
      fill(A, "192.0.2.1", MINUTE);
      clock.step(MINUTE);
      CompletableFuture<DnsAnswer> failing = ask(A);
      servers.answer(Status.TIMEOUT, Duration.ZERO);
      assertThat(failing.join()).matches(is("192.0.2.1", "stale"));
      clock.step(Duration.ofSeconds(4));
      assertThat(ask(A)).isCompletedWithValueMatching(is("192.0.2.1", "stale"));
      assertThat(servers.asked()).isEqualTo(2);
      clock.step(SECOND);
      CompletableFuture<DnsAnswer> later = ask(A);
      assertThat(servers.asked()).isEqualTo(3);
      servers.answer("192.0.2.9", MINUTE);
      assertThat(later.join()).matches(is("192.0.2.9", "asked"));
      assertThat(ask(A)).isCompletedWithValueMatching(is("192.0.2.9", "cached"));
    }

    @Test
    void givesItWhenTheyTakeTooLong() {
      cache = cache(CacheSettings.DEFAULT);
      fill(A, "192.0.2.1", MINUTE);
      clock.step(MINUTE);
      assertThat(ask(A).join()).matches(is("192.0.2.1", "stale"));
      servers.answer("192.0.2.9", MINUTE);
      assertThat(ask(A)).isCompletedWithValueMatching(is("192.0.2.9", "cached"));
    }

    @Test
    void makesNobodyElseWaitWhenOneHasWaitedInVain() {
      cache = cache(CacheSettings.DEFAULT);
      fill(A, "192.0.2.1", MINUTE);
      clock.step(MINUTE);
      assertThat(ask(A).join()).matches(is("192.0.2.1", "stale"));
      assertThat(ask(A)).isCompletedWithValueMatching(is("192.0.2.1", "stale"));
      assertThat(servers.asked()).isEqualTo(2);
    }

    @Test
    void givesItNoLongerThanConfigured() {
      cache = cache(CacheSettings.DEFAULT);
      fill(A, "192.0.2.1", MINUTE);
      clock.step(MINUTE.plus(Duration.ofDays(1)));
      CompletableFuture<DnsAnswer> answer = ask(A);
      servers.answer(Status.TIMEOUT, Duration.ZERO);
      assertThat(answer).isCompletedWithValueMatching(told -> told.status() == Status.TIMEOUT);
    }

    @Test
    void believesAServerThatSaysItIsGone() {
      cache = cache(CacheSettings.DEFAULT);
      fill(A, "192.0.2.1", MINUTE);
      clock.step(MINUTE);
      CompletableFuture<DnsAnswer> answer = ask(A);
      servers.answer(Status.NXDOMAIN, MINUTE);
      assertThat(answer.join().status()).isEqualTo(Status.NXDOMAIN);
    }
  }

  private CachingLookup cache(CacheSettings settings) {
    return new CachingLookup(servers, settings, clock, Runnable::run);
  }

  private void fill(Question question, String address, Duration ttl) {
    CompletableFuture<DnsAnswer> answer = ask(question);
    servers.answer(address, ttl);
    assertThat(answer).isCompletedWithValueMatching(is(address));
  }

  private CompletableFuture<DnsAnswer> ask(Question question) {
    return cache.ask(question).toCompletableFuture();
  }

  private static Predicate<DnsAnswer> is(String... parts) {
    return answer -> List.of(parts).stream().allMatch(part -> answer.toString().contains(part));
  }
}
