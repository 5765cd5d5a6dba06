package org.sipbond.core.lint;

import java.util.List;
import org.sipbond.core.net.Network;
import org.sipbond.core.rule.Match;
import org.sipbond.core.rule.TextPattern;

/** Whether everything that one match takes is taken by another too. */
final class MatchCover {
  private static final List<Network> EVERYWHERE =
      List.of(Network.parse("0.0.0.0/0").orElseThrow(), Network.parse("::/0").orElseThrow());
  private static final List<TextPattern> ANYTHING = List.of(new TextPattern("*"));

  private MatchCover() {}

  /** Never true where it is not so; see {@link #patterns} for where it is so and not seen. */
  static boolean covers(Match all, Match some) {
    return sources(all.sources(), some.sources())
        && methods(all.methods(), some.methods())
        && patterns(all.users(), some.users())
        && patterns(all.from(), some.from())
        && patterns(all.to(), some.to());
  }

  private static boolean sources(List<Network> all, List<Network> some) {
    return all.isEmpty()
        || or(some, EVERYWHERE).stream().allMatch(network -> NetworkCover.covers(all, network));
  }

  private static boolean methods(List<String> all, List<String> some) {
    return all.isEmpty() || (!some.isEmpty() && all.containsAll(some));
  }

  /** Each pattern by a single other one; several that only together take it all are not seen. */
  private static boolean patterns(List<TextPattern> all, List<TextPattern> some) {
    return or(some, ANYTHING).stream()
        .allMatch(
            pattern ->
                or(all, ANYTHING).stream().anyMatch(wide -> PatternCover.covers(wide, pattern)));
  }

  private static <T> List<T> or(List<T> asked, List<T> nothingAsked) {
    return asked.isEmpty() ? nothingAsked : asked;
  }
}
