package org.sipbond.core.resolve;

import java.util.concurrent.CompletionStage;

/** Asks DNS one question. Implementations answer on any thread and never make the caller wait. */
@FunctionalInterface
public interface DnsLookup {

  /**
   * Asks, and follows no alias beyond what the server sent along. The stage always completes with
   * an answer: failures are answers too.
   */
  CompletionStage<DnsAnswer> ask(Question question);
}
