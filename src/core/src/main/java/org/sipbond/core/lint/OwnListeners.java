package org.sipbond.core.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.net.AddressPolicy;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.rule.Action;
import org.sipbond.core.rule.NextHop;
import org.sipbond.core.rule.Rule;

/** Finds rules that send to listeners of their own configuration, and the loops of such rules. */
final class OwnListeners {
  private final AppConfig config;
  private final Map<TargetUri, Resolution> located;

  OwnListeners(AppConfig config, Map<TargetUri, Resolution> located) {
    this.config = config;
    this.located = located;
  }

  List<Warning> warnings() {
    return Stream.concat(
            Hop.of(config.rules()).stream().map(this::warning).flatMap(Optional::stream),
            new RuleLoops(config.rules().rules(), new RuleLinks(config, this::into))
                .warnings().stream())
        .toList();
  }

  private Optional<Warning> warning(Hop hop) {
    List<Listener> own = into(hop.rule());
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Warning(
                Warning.Code.OWN_LISTENER,
                hop.where(),
                hop.nextHop()
                    + " leads to sipbond itself, by "
                    + own.stream().map(Listener::toString).collect(Collectors.joining(", "))
                    + "; name the address of a peer"));
  }

  /** The own listeners that a rule can send to. */
  private List<Listener> into(Rule rule) {
    return rule.action().fold(bridge -> into(bridge), reject -> List.of());
  }

  private List<Listener> into(Action.Bridge bridge) {
    Predicate<Listener> reached =
        bridge.nextHop().fold(this::isDestinationOf, () -> anyRequestUri -> true);
    AddressPolicy addresses = bridge.addresses();
    return config.listeners().stream()
        .filter(own -> config.bonds().capabilities(bridge.to()).contains(own.capability()))
        .filter(own -> !addresses.forbids(own.address()))
        .filter(reached)
        .toList();
  }

  private Predicate<Listener> isDestinationOf(NextHop.Named nextHop) {
    List<Destination> destinations =
        Optional.ofNullable(located.get(nextHop.uri()))
            .map(
                found -> found.fold(Resolution.Located::destinations, no -> List.<Destination>of()))
            .orElse(List.of());
    return own -> destinations.stream().anyMatch(destination -> isAt(own, destination));
  }

  private static boolean isAt(Listener own, Destination destination) {
    HostPort seen = HostPort.of(destination.address(), destination.port());
    return own.capability().equals(Capability.neededBy(destination))
        && (seen.equals(HostPort.of(own.address(), own.port())) || seen.equals(own.advertised()));
  }
}
