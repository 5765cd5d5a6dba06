package org.sipbond.core.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.rule.Rule;

/** Finds ways on which a request comes back to the rule that sent it. */
record RuleLoops(List<Rule> rules, RuleLinks links) {

  /** For each rule that is in a loop, one that it is in; each at its first rule. */
  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    Set<Integer> told = new HashSet<>();
    for (Rule rule : rules) {
      List<Rule> loop = told.contains(rule.number()) ? List.of() : loop(rule);
      if (!loop.isEmpty()) {
        loop.forEach(member -> told.add(member.number()));
        warnings.add(warning(loop));
      }
    }
    return warnings;
  }

  /** The shortest way from the rule to itself, without its end; nothing where there is none. */
  private List<Rule> loop(Rule first) {
    Set<Integer> seen = new HashSet<>();
    List<List<Rule>> ways = List.of(List.of(first));
    while (!ways.isEmpty()) {
      Optional<List<Rule>> closed =
          ways.stream().filter(way -> links.after(last(way)).contains(first)).findFirst();
      if (closed.isPresent()) {
        return closed.get();
      }
      ways = ways.stream().flatMap(way -> longer(way, seen)).toList();
    }
    return List.of();
  }

  private Stream<List<Rule>> longer(List<Rule> way, Set<Integer> seen) {
    return links.after(last(way)).stream()
        .filter(rule -> seen.add(rule.number()))
        .map(rule -> Stream.concat(way.stream(), Stream.of(rule)).toList());
  }

  private static Rule last(List<Rule> way) {
    return way.get(way.size() - 1);
  }

  private Warning warning(List<Rule> loop) {
    String way =
        Stream.concat(loop.stream(), Stream.of(loop.get(0)))
            .map(rule -> "rule " + rule.number())
            .collect(Collectors.joining(" to "));
    return new Warning(
        Warning.Code.RULE_LOOP,
        "rules." + loop.get(0).number(),
        "a request can go round from "
            + way
            + " by "
            + links.between(last(loop), loop.get(0)).stream()
                .map(Listener::name)
                .collect(Collectors.joining(", "))
            + " until its Max-Forwards has run out; restrict the source of a rule to its peers,"
            + " or name another next hop");
  }
}
