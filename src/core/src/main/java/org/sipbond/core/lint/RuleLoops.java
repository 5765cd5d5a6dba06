package org.sipbond.core.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.rule.Rule;

/**
 * Finds ways on which a request comes back to the rule that sent it. Looks at listeners, source
 * addresses and methods; what users and addresses a request has is not looked at, so it says what
 * may be.
 */
final class RuleLoops {
  private final List<Rule> rules;
  private final Bonds bonds;
  private final Map<Integer, List<Listener>> into = new HashMap<>();
  private final Map<Integer, List<Rule>> next = new HashMap<>();

  /**
   * A search in one configuration.
   *
   * @param into the own listeners that a rule can send to
   */
  RuleLoops(AppConfig config, Function<Rule, List<Listener>> into) {
    this.rules = config.rules().rules();
    this.bonds = config.bonds();
    rules.forEach(rule -> this.into.put(rule.number(), into.apply(rule)));
    rules.forEach(
        rule -> next.put(rule.number(), rules.stream().filter(to -> follows(rule, to)).toList()));
  }

  /** Each loop once, at its first rule. */
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
          ways.stream().filter(way -> after(way).contains(first)).findFirst();
      if (closed.isPresent()) {
        return closed.get();
      }
      ways = ways.stream().flatMap(way -> longer(way, seen)).toList();
    }
    return List.of();
  }

  private Stream<List<Rule>> longer(List<Rule> way, Set<Integer> seen) {
    return after(way).stream()
        .filter(rule -> seen.add(rule.number()))
        .map(rule -> Stream.concat(way.stream(), Stream.of(rule)).toList());
  }

  private List<Rule> after(List<Rule> way) {
    return next.getOrDefault(last(way).number(), List.of());
  }

  private static Rule last(List<Rule> way) {
    return way.get(way.size() - 1);
  }

  private List<Listener> into(Rule rule) {
    return into.getOrDefault(rule.number(), List.of());
  }

  /** Whether what {@code sender} sends can come in as what {@code to} takes. */
  private boolean follows(Rule sender, Rule to) {
    return methodsMeet(sender, to)
        && into(sender).stream()
            .filter(listener -> bonds.belongs(listener, to.from()))
            .anyMatch(listener -> takesFromUs(sender, listener, to));
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
        .<Optional<String>>fold(to -> Optional.of(to.to()), no -> Optional.empty())
        .stream()
        .flatMap(name -> chain(name).stream())
        .flatMap(bond -> bond.members().stream())
        .map(member -> member.listener());
  }

  /** The bond and its fallbacks. */
  private Set<Bond> chain(String first) {
    Set<Bond> chain = new LinkedHashSet<>();
    Optional<Bond> next = bonds.named(first);
    while (next.isPresent() && chain.add(next.get())) {
      next =
          next.get()
              .onNoMatch()
              .<Optional<String>>fold(Optional::empty, Optional::of)
              .flatMap(bonds::named);
    }
    return chain;
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
            + into(last(loop)).stream()
                .filter(listener -> bonds.belongs(listener, loop.get(0).from()))
                .map(Listener::name)
                .collect(Collectors.joining(", "))
            + " until its Max-Forwards has run out; restrict the source of a rule to its peers,"
            + " or name another next hop");
  }
}
