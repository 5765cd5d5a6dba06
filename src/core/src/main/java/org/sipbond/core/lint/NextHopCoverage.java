package org.sipbond.core.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.resolve.Resolution;

/** Holds what next hops offer against what the bonds can send to them. */
final class NextHopCoverage {
  private final Bonds bonds;
  private final List<Hop> hops;
  private final Map<TargetUri, Resolution> located;

  NextHopCoverage(AppConfig config, Map<TargetUri, Resolution> located) {
    this.bonds = config.bonds();
    this.hops = Hop.of(config.rules());
    this.located = located;
  }

  /** Each bond with each next hop once, at the first rule that has both and lets it lead as far. */
  List<Warning> warnings() {
    Map<List<Object>, Hop> pairs = new LinkedHashMap<>();
    hops.forEach(
        hop -> pairs.putIfAbsent(List.of(hop.bond(), hop.nextHop().name(), hop.addresses()), hop));
    List<Warning> warnings = new ArrayList<>();
    pairs
        .values()
        .forEach(
            hop ->
                Optional.ofNullable(located.get(hop.nextHop().uri()))
                    .flatMap(resolution -> warning(hop, resolution))
                    .filter(warning -> !warnings.contains(warning))
                    .ifPresent(warnings::add));
    return warnings;
  }

  private Optional<Warning> warning(Hop hop, Resolution resolution) {
    return resolution.fold(
        found -> uncovered(hop, found),
        unlocated ->
            Optional.of(
                new Warning(
                    Warning.Code.NOT_LOCATED,
                    "next-hops." + hop.nextHop().name(),
                    hop.nextHop().uri()
                        + " leads nowhere: "
                        + unlocated.failure()
                        + "; correct the name, or its domain")));
  }

  private Optional<Warning> uncovered(Hop hop, Resolution.Located found) {
    Set<Capability> offered =
        found.destinations().stream()
            .filter(destination -> !hop.addresses().forbids(destination.address()))
            .map(Capability::neededBy)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return offered.isEmpty()
        ? Optional.of(new Warning(Warning.Code.FORBIDDEN_ADDRESS, hop.where(), forbidden(hop)))
        : uncovered(hop, offered);
  }

  private Optional<Warning> uncovered(Hop hop, Set<Capability> offered) {
    Set<Capability> sendable = bonds.capabilities(hop.bond());
    Set<Capability> lacking = new LinkedHashSet<>(offered);
    lacking.removeAll(sendable);
    if (lacking.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        lacking.size() == offered.size()
            ? new Warning(Warning.Code.NO_MEMBER, hop.where(), noMember(hop, offered, sendable))
            : new Warning(Warning.Code.HOLE, hop.where(), hole(hop, lacking)));
  }

  private static String forbidden(Hop hop) {
    return hop.nextHop()
        + " has private addresses alone, which addresses = "
        + hop.addresses()
        + " forbids, so every request is refused with 502; allow any, or correct the domain";
  }

  private static String noMember(Hop hop, Set<Capability> offered, Set<Capability> sendable) {
    return hop.nextHop()
        + " takes only "
        + text(offered)
        + ", and bond "
        + hop.bond()
        + " can send only "
        + text(sendable)
        + ", so every request is refused with 502; add a member that fits";
  }

  private static String hole(Hop hop, Set<Capability> lacking) {
    return hop.nextHop()
        + " also takes "
        + text(lacking)
        + ", which bond "
        + hop.bond()
        + " cannot send, so that much less is left when others fail; add a member that fits";
  }

  private static String text(Set<Capability> capabilities) {
    return capabilities.stream().map(Capability::toString).collect(Collectors.joining(", "));
  }
}
