package org.sipbond.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.rule.Action;
import org.sipbond.core.rule.Match;
import org.sipbond.core.rule.Rule;

/**
 * Reads {@code rules}.
 *
 * @param bonds the names of all bonds
 * @param nextHops by name; empty where the next hop has a problem
 */
record RulesReader(Set<String> bonds, Map<String, Optional<TargetUri>> nextHops) {
  static final String LIST = "a list of rules; [] to refuse every request";
  private static final String ALLOWED =
      "a rule such as { from = intern, to = extern, next-hop = carrier1 }";

  /** The rules without a problem, numbered as they are declared. */
  List<Rule> read(Value rules) {
    List<Rule> read = new ArrayList<>();
    List<Value> declared = rules.list(LIST).orElse(List.of());
    for (int i = 0; i < declared.size(); i++) {
      int number = i + 1;
      declared
          .get(i)
          .block(Keys.ONE_RULE, ALLOWED)
          .flatMap(keys -> rule(number, keys))
          .ifPresent(read::add);
    }
    return read;
  }

  /** Asks for every part before it gives up, so that each problem is noted. */
  private Optional<Rule> rule(int number, Block keys) {
    Optional<String> from =
        keys.need(Keys.FROM, ActionReader.A_BOND).flatMap(value -> ActionReader.bond(value, bonds));
    Match match = new MatchReader(keys).read();
    Optional<Action> action = new ActionReader(keys, bonds, nextHops).read();
    return from.flatMap(bond -> action.map(found -> new Rule(number, bond, match, found)));
  }
}
