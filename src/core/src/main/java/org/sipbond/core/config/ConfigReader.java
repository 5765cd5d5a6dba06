package org.sipbond.core.config;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.rule.Rule;
import org.sipbond.core.rule.RuleTable;
import org.sipbond.core.rule.TargetUri;

/** Reads a document into a configuration, or into every problem that it has. */
public final class ConfigReader {
  private final InterfaceAddresses interfaces;

  /**
   * A reader that may be used again.
   *
   * @param interfaces asked for each interface name in the document
   */
  public ConfigReader(InterfaceAddresses interfaces) {
    this.interfaces = interfaces;
  }

  /** Reads the whole document; never stops at its first problem. */
  public ConfigResult read(ConfigNode root) {
    Problems problems = new Problems();
    Optional<Block> document =
        new Value("", root, problems)
            .block(Keys.DOCUMENT, "a document with " + String.join(", ", Keys.DOCUMENT));
    Optional<Draft> draft = document.map(this::draft);
    List<Problem> all = problems.all();
    return all.isEmpty() && draft.isPresent()
        ? new ConfigResult.Valid(draft.get().finish())
        : new ConfigResult.Invalid(all);
  }

  /** What was read, good only if nothing was noted: then the bonds fit the rules, and so on. */
  private record Draft(
      Map<String, List<Listener>> listeners,
      List<Bond> bonds,
      Map<String, Optional<TargetUri>> nextHops,
      List<Rule> rules,
      ListenerSource source,
      HttpSettings http,
      StopSettings stop) {

    AppConfig finish() {
      Map<String, TargetUri> hops = new LinkedHashMap<>();
      nextHops.forEach((name, uri) -> uri.ifPresent(found -> hops.put(name, found)));
      Bonds all = new Bonds(bonds);
      return new AppConfig(
          listeners.values().stream().flatMap(List::stream).toList(),
          all,
          hops,
          new RuleTable(rules, all),
          source,
          http,
          stop);
    }
  }

  private Draft draft(Block document) {
    Map<String, List<Listener>> listeners =
        document
            .need(Keys.LISTENERS, "a block of names with sockets")
            .map(value -> new ListenersReader(interfaces).read(value))
            .orElse(Map.of());
    Optional<BondsReader> bonds =
        document
            .need(Keys.BONDS, "a block of names with members")
            .map(value -> new BondsReader(value, listeners));
    Map<String, Optional<TargetUri>> nextHops =
        document.get(Keys.NEXT_HOPS).map(NextHopsReader::read).orElse(Map.of());
    Set<String> bondNames = bonds.map(BondsReader::names).orElse(Set.of());
    return new Draft(
        listeners,
        bonds.map(BondsReader::read).orElse(List.of()),
        nextHops,
        document
            .need(Keys.RULES, "a list of rules; [] to refuse every request")
            .map(value -> new RulesReader(bondNames, nextHops).read(value))
            .orElse(List.of()),
        source(document),
        http(document),
        stop(document));
  }

  private static ListenerSource source(Block document) {
    return document
        .get(Keys.LISTENERS_FROM)
        .flatMap(
            value -> value.as(ListenerSource::named, String.join(" or ", ListenerSource.names())))
        .orElse(ListenerSource.CONFIGURATION);
  }

  private static HttpSettings http(Block document) {
    Optional<Block> block =
        document
            .get(Keys.HTTP)
            .flatMap(value -> value.block(Keys.ONE_HTTP, "{ address = 127.0.0.1, port = 8080 }"));
    Optional<InetAddress> address =
        block
            .flatMap(keys -> keys.get(Keys.ADDRESS))
            .flatMap(value -> value.as(ConfigReader::httpAddress, "an IP address of this machine"));
    Optional<Integer> port =
        block
            .flatMap(keys -> keys.get(Keys.PORT))
            .flatMap(value -> value.as(HostPort::parsePort, "a port from 1 to 65535"));
    return new HttpSettings(
        address.orElse(HttpSettings.DEFAULT_ADDRESS), port.orElse(HttpSettings.DEFAULT_PORT));
  }

  private static Optional<InetAddress> httpAddress(String text) {
    return IpLiteral.parse(text).filter(address -> !address.isMulticastAddress());
  }

  private static StopSettings stop(Block document) {
    Duration drain =
        document
            .get(Keys.STOP)
            .flatMap(value -> value.block(Keys.ONE_STOP, "{ drain-timeout = 30s }"))
            .flatMap(keys -> keys.get(Keys.DRAIN_TIMEOUT))
            .flatMap(value -> value.as(Numbers::duration, Numbers.DURATION))
            .orElse(StopSettings.DEFAULT_DRAIN_TIMEOUT);
    return new StopSettings(drain);
  }
}
