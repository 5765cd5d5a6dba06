package org.sipbond.core.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Member;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.rule.Rule;

/**
 * Which rule can take what another sends. Looks at listeners, source addresses and methods; what
 * users and addresses a request has is not looked at, so it says what may be.
 */
final class RuleLinks {
  private final Bonds bonds;
  private final Map<Integer, List<Listener>> into = new HashMap<>();
  private final Map<Integer, List<Rule>> next = new HashMap<>();

  /**
   * The links of one configuration.
   *
   * @param into the own listeners that a rule can send to
   */
  RuleLinks(AppConfig config, Function<Rule, List<Listener>> into) {
    this.bonds = config.bonds();
    List<Rule> rules = config.rules().rules();
    rules.forEach(rule -> this.into.put(rule.number(), into.apply(rule)));
    rules.forEach(
        rule -> next.put(rule.number(), rules.stream().filter(to -> follows(rule, to)).toList()));
  }

  /** The rules that can take what {@code sender} sends, in order. */
  List<Rule> after(Rule sender) {
    return next.getOrDefault(sender.number(), List.of());
  }

  /** The listeners by which what {@code sender} sends comes in where {@code to} takes it. */
  List<Listener> between(Rule sender, Rule to) {
    return into.getOrDefault(sender.number(), List.of()).stream()
        .filter(listener -> bonds.belongs(listener, to.from()))
        .filter(listener -> takesFromUs(sender, listener, to))
        .toList();
  }

  private boolean follows(Rule sender, Rule to) {
    return methodsMeet(sender, to) && !between(sender, to).isEmpty();
  }

  private static boolean methodsMeet(Rule sender, Rule next) {
    List<String> sent = sender.match().methods();
    List<String> taken = next.match().methods();
    return sent.isEmpty() || taken.isEmpty() || sent.stream().anyMatch(taken::contains);
  }

  private boolean takesFromUs(Rule sender, Listener listener, Rule next) {
    return next.match().sources().isEmpty()
        || members(sender)
            .filter(member -> member.capability().equals(listener.capability()))
            .anyMatch(
                member ->
                    next.match().sources().stream()
                        .anyMatch(source -> source.contains(member.address())));
  }

  private Stream<Listener> members(Rule sender) {
    return sender
        .action()
        .fold(to -> bonds.chain(to.to()).stream(), reject -> Stream.<Bond>empty())
        .flatMap(bond -> bond.members().stream())
        .map(Member::listener);
  }
}
