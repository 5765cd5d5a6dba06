package org.sipbond.core.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.net.TargetUri;

/**
 * The rules of one configuration, in order.
 *
 * @param rules each names only bonds of {@code bonds}
 */
public record RuleTable(List<Rule> rules, Bonds bonds) {
  private static final int FORBIDDEN = 403;

  public RuleTable {
    rules = List.copyOf(rules);
    for (Rule rule : rules) {
      bond(bonds, rule.from());
      rule.action().fold(bridge -> bond(bonds, bridge.to()), reject -> reject);
    }
  }

  /**
   * Rules the first request of a dialog: the first rule counts whose ingress bond has the request's
   * listener and whose match fits. Requests within a dialog follow the dialog and are not asked
   * about.
   */
  public Ruling rule(RequestFacts request) {
    List<Bond> sides = bonds.holding(request.ingress());
    if (sides.isEmpty()) {
      return new Ruling.Refuse(
          Ruling.Refuse.Cause.NO_BOND,
          FORBIDDEN,
          "listener " + request.ingress().name() + " is in no bond");
    }
    return rules.stream()
        .filter(rule -> sides.stream().anyMatch(side -> side.name().equals(rule.from())))
        .filter(rule -> rule.match().fits(request))
        .findFirst()
        .map(rule -> ruling(rule, request))
        .orElseGet(() -> noRule(request, sides));
  }

  private Ruling ruling(Rule rule, RequestFacts request) {
    return rule.action()
        .fold(
            bridge ->
                new Ruling.Bridge(
                    rule,
                    bond(bonds, rule.from()),
                    bond(bonds, bridge.to()),
                    bridge.nextHop(),
                    requestUri(bridge, request.requestUri()),
                    bridge.addresses()),
            reject ->
                new Ruling.Refuse(
                    Ruling.Refuse.Cause.REJECTED,
                    reject.status(),
                    "rejected by rule " + rule.number()));
  }

  private static TargetUri requestUri(Action.Bridge bridge, TargetUri requestUri) {
    TargetUri base = bridge.nextHop().fold(NextHop.Named::uri, () -> requestUri);
    return base.withUser(bridge.rewrite().apply(requestUri.user()));
  }

  private static Ruling noRule(RequestFacts request, List<Bond> sides) {
    return new Ruling.Refuse(
        Ruling.Refuse.Cause.NO_RULE,
        FORBIDDEN,
        sides.stream()
            .map(Bond::name)
            .collect(
                Collectors.joining(" or ", "no rule for " + request.method() + " from bond ", "")));
  }

  private static Bond bond(Bonds bonds, String name) {
    return bonds
        .named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a rule names bond "
                        + name
                        + "; allowed: "
                        + bonds.bonds().stream()
                            .map(Bond::name)
                            .collect(Collectors.joining(", "))));
  }
}
