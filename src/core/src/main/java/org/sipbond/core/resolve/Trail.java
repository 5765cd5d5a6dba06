package org.sipbond.core.resolve;

import java.util.List;
import java.util.stream.Collectors;
import org.sipbond.core.net.Destination;

/**
 * How a destination was found.
 *
 * @param questions those whose answers led to it, the first one first, aliases included; none for a
 *     numeric target
 */
public record Trail(List<Question> questions) {

  public Trail {
    questions = List.copyOf(questions);
  }

  /**
   * How one of the destinations of a resolution was found; the preferred way where there are
   * several.
   */
  public static Trail of(Resolution.Located located, Destination destination) {
    return new Trail(new Tracing(located, destination).questions());
  }

  /** {@code NAPTR example.com, SRV _sip._udp.example.com, A a.example.com}, or {@code numeric}. */
  @Override
  public String toString() {
    return questions.isEmpty()
        ? "numeric"
        : questions.stream().map(Question::toString).collect(Collectors.joining(", "));
  }
}
