package org.sipbond.sip.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.resolve.Target;

/**
 * Waits for what the resolver finds: only a thread of the management interface may, and only for a
 * limited time.
 */
record Locator(Resolver resolver, Duration limit) {

  /** Where a target leads, or why nowhere; empty where DNS has not said so in time. */
  Optional<Resolution> locate(Target target) {
    return Optional.ofNullable(locate(Map.of(target, target)).get(target));
  }

  /** Where targets lead, all asked for at once; those that are known in time. */
  <T> Map<T, Resolution> locate(Map<T, Target> targets) {
    Map<T, CompletableFuture<Resolution>> asked =
        targets.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    target -> resolver.resolve(target.getValue()).toCompletableFuture()));
    await(CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new)));
    Map<T, Resolution> known = new LinkedHashMap<>();
    asked.forEach(
        (key, answer) -> {
          if (answer.isDone()) {
            known.put(key, answer.join());
          }
        });
    return known;
  }

  private void await(CompletableFuture<Void> all) {
    try {
      all.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // What is known by now has to do.
      return;
    } catch (ExecutionException broken) {
      throw new IllegalStateException("a resolution broke", broken.getCause());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
