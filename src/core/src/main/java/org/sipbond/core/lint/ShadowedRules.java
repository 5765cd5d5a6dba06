package org.sipbond.core.lint;

import java.util.List;
import java.util.Optional;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.rule.Rule;
import org.sipbond.core.rule.RuleTable;

/**
 * Finds rules that can never fit because one earlier rule takes all that they ask for. Warns of
 * nothing that is not so; does not see that several earlier rules together take it all.
 */
final class ShadowedRules {
  private final RuleTable table;

  private ShadowedRules(RuleTable table) {
    this.table = table;
  }

  static List<Warning> of(RuleTable table) {
    ShadowedRules rules = new ShadowedRules(table);
    return table.rules().stream().map(rules::warning).flatMap(Optional::stream).toList();
  }

  private Optional<Warning> warning(Rule rule) {
    return table.rules().stream()
        .takeWhile(earlier -> earlier.number() < rule.number())
        .filter(earlier -> takesAllOf(earlier, rule))
        .findFirst()
        .map(
            earlier ->
                new Warning(
                    Warning.Code.SHADOWED_RULE,
                    "rules." + rule.number(),
                    earlier
                        + " takes every request that this rule could; move this rule before rule "
                        + earlier.number()
                        + ", or take it out"));
  }

  private boolean takesAllOf(Rule earlier, Rule later) {
    return hasEveryListener(bond(earlier), bond(later))
        && MatchCover.covers(earlier.match(), later.match());
  }

  private static boolean hasEveryListener(Bond earlier, Bond later) {
    return later.members().stream().allMatch(member -> earlier.has(member.listener()));
  }

  private Bond bond(Rule rule) {
    return table.bonds().named(rule.from()).orElseThrow();
  }
}
