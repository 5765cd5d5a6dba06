package org.sipbond.core.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.rule.Rule;

/** Finds listeners, bonds and next hops that nothing names. */
final class UnusedNames {
  private UnusedNames() {}

  static List<Warning> of(AppConfig config) {
    List<Warning> warnings = new ArrayList<>();
    config.listeners().stream()
        .filter(listener -> config.bonds().holding(listener).isEmpty())
        .map(UnusedNames::listener)
        .forEach(warnings::add);
    config.bonds().bonds().stream()
        .filter(bond -> !isNamed(bond, config))
        .map(UnusedNames::bond)
        .forEach(warnings::add);
    Set<String> hops =
        Hop.of(config.rules()).stream()
            .map(hop -> hop.nextHop().name())
            .collect(Collectors.toSet());
    config.nextHops().keySet().stream()
        .filter(name -> !hops.contains(name))
        .map(UnusedNames::nextHop)
        .forEach(warnings::add);
    return warnings;
  }

  private static boolean isNamed(Bond bond, AppConfig config) {
    return Stream.concat(
            config.rules().rules().stream().flatMap(UnusedNames::bonds), fallbacks(config.bonds()))
        .anyMatch(bond.name()::equals);
  }

  private static Stream<String> bonds(Rule rule) {
    return Stream.concat(
        Stream.of(rule.from()),
        rule.action().fold(bridge -> Stream.of(bridge.to()), reject -> Stream.empty()));
  }

  private static Stream<String> fallbacks(Bonds bonds) {
    return bonds.bonds().stream().flatMap(bond -> bond.onNoMatch().fold(Stream::empty, Stream::of));
  }

  private static Warning listener(Listener listener) {
    return new Warning(
        Warning.Code.LISTENER_IN_NO_BOND,
        "listeners." + listener.name(),
        listener.notation()
            + " is in no bond, so every request that comes in by it gets 403;"
            + " put it into a bond, or take it out");
  }

  private static Warning bond(Bond bond) {
    return new Warning(
        Warning.Code.BOND_IN_NO_RULE,
        "bonds." + bond.name(),
        "no rule and no fallback names the bond, so nothing leaves by it and every request that"
            + " comes in by it gets 403; add a rule, or take it out");
  }

  private static Warning nextHop(String name) {
    return new Warning(
        Warning.Code.NEXT_HOP_IN_NO_RULE,
        "next-hops." + name,
        "no rule names the next hop, so nothing is sent there; add a rule, or take it out");
  }
}
