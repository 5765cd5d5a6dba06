package org.sipbond.core.lint;

import java.util.List;
import java.util.Optional;
import org.sipbond.core.net.AddressPolicy;
import org.sipbond.core.rule.NextHop;
import org.sipbond.core.rule.Rule;
import org.sipbond.core.rule.RuleTable;

/**
 * A named next hop of a rule.
 *
 * @param bond the name of the egress bond
 * @param addresses where the rule lets it lead
 */
record Hop(Rule rule, String bond, NextHop.Named nextHop, AddressPolicy addresses) {

  /** Those of all rules that have one, in order. */
  static List<Hop> of(RuleTable table) {
    return table.rules().stream().map(Hop::of).flatMap(Optional::stream).toList();
  }

  private static Optional<Hop> of(Rule rule) {
    return rule.action()
        .fold(
            bridge ->
                bridge
                    .nextHop()
                    .fold(
                        named -> Optional.of(new Hop(rule, bridge.to(), named, bridge.addresses())),
                        Optional::empty),
            reject -> Optional.empty());
  }

  /** The path of the rule. */
  String where() {
    return "rules." + rule.number();
  }
}
