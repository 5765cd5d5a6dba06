package org.sipbond.core.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.rule.RuleTable;

/**
 * One complete configuration.
 *
 * @param listeners in declared order, interface names expanded
 * @param nextHops by name, in declared order
 * @param rules with the bonds that they name
 */
public record AppConfig(
    List<Listener> listeners,
    Bonds bonds,
    Map<String, TargetUri> nextHops,
    RuleTable rules,
    ListenerSource listenerSource,
    HttpSettings http,
    StopSettings stop,
    LookupSettings dns,
    AttemptSettings attempts,
    CallSettings calls,
    ConnectionSettings connections,
    GuardMode guard,
    DatabaseSettings database) {

  public AppConfig {
    listeners = List.copyOf(listeners);
    nextHops = Collections.unmodifiableMap(new LinkedHashMap<>(nextHops));
  }
}
