package org.sipbond.core.resolve;

import java.time.Duration;
import java.util.List;

/**
 * How a resolution came about.
 *
 * @param answers all questions that were asked, in the order of asking, with their answers
 * @param dropped what was offered and not taken, with the reason
 */
public record Findings(List<DnsAnswer> answers, List<Dropped> dropped) {

  public Findings {
    answers = List.copyOf(answers);
    dropped = List.copyOf(dropped);
  }

  /** How long all of it holds; zero where no question was asked. */
  public Duration ttl() {
    return answers.stream().map(DnsAnswer::ttl).min(Duration::compareTo).orElse(Duration.ZERO);
  }
}
