package org.sipbond.core.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/**
 * Finds where URIs lead: RFC 3263 §4. Asks only for what the bond can send, all questions that do
 * not wait for each other at once, and never makes a thread wait.
 *
 * @param random seeds the order of SRV records of equal priority; must be fit for many threads
 */
public record Resolver(DnsLookup dns, RandomGenerator random, LocatingLimits limits) {

  /**
   * Locates {@code target}. Completes on the thread that brought the last answer, or at once where
   * none is needed.
   */
  public CompletionStage<Resolution> resolve(Target target) {
    return next(target, random.nextLong(), Map.of());
  }

  /** Locates {@code target} as far as that needs no question; empty where it needs some. */
  public static Optional<Resolution> withoutDns(Target target) {
    return Locating.step(target, Map.of(), LocatingLimits.DEFAULT, 0)
        .fold(questions -> Optional.empty(), Optional::of);
  }

  private CompletionStage<Resolution> next(
      Target target, long seed, Map<Question, DnsAnswer> known) {
    return Locating.step(target, known, limits, seed)
        .fold(
            questions -> answered(questions, known).thenCompose(more -> next(target, seed, more)),
            CompletableFuture::completedStage);
  }

  private CompletionStage<Map<Question, DnsAnswer>> answered(
      Set<Question> questions, Map<Question, DnsAnswer> known) {
    List<CompletableFuture<DnsAnswer>> asked =
        questions.stream().map(question -> dns.ask(question).toCompletableFuture()).toList();
    return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .thenApply(
            all -> {
              Map<Question, DnsAnswer> answers = new HashMap<>(known);
              asked.stream()
                  .map(CompletableFuture::join)
                  .forEach(answer -> answers.put(answer.question(), answer));
              return answers;
            });
  }
}
