package org.sipbond.core.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.resolve.Resolution;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.core.resolve.Target;
import org.sipbond.core.rule.NextHop;

/** Finds what a valid configuration says that is probably not meant. */
public final class Lint {
  private Lint() {}

  /** The warnings that need no DNS: next hops with a host name are not looked into. */
  public static List<Warning> of(AppConfig config) {
    return of(config, Map.of());
  }

  /**
   * All warnings: names first, then rules, then next hops.
   *
   * @param resolutions by URI, what became of {@link #targets}; a next hop that is not there is not
   *     looked into
   */
  public static List<Warning> of(AppConfig config, Map<TargetUri, Resolution> resolutions) {
    Map<TargetUri, Resolution> located = new LinkedHashMap<>(resolutions);
    usedNextHops(config)
        .forEach(
            uri ->
                Resolver.withoutDns(EverySocket.target(uri))
                    .ifPresent(known -> located.put(uri, known)));
    return Stream.of(
            UnusedNames.of(config),
            ShadowedRules.of(config.rules()),
            new OwnListeners(config, located).warnings(),
            new NextHopCoverage(config, located).warnings())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * What has to be resolved for {@link #of(AppConfig, Map)}: each next hop of a rule that needs
   * DNS, asked for as by a bond that can send everything, so that what the bond lacks is seen.
   */
  public static Map<TargetUri, Target> targets(AppConfig config) {
    Map<TargetUri, Target> targets = new LinkedHashMap<>();
    usedNextHops(config)
        .filter(uri -> Resolver.withoutDns(EverySocket.target(uri)).isEmpty())
        .forEach(uri -> targets.put(uri, EverySocket.target(uri)));
    return targets;
  }

  private static Stream<TargetUri> usedNextHops(AppConfig config) {
    return Hop.of(config.rules()).stream().map(Hop::nextHop).map(NextHop.Named::uri).distinct();
  }
}
