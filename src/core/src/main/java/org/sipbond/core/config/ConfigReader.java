package org.sipbond.core.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.rule.Rule;
import org.sipbond.core.rule.RuleTable;

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
      StopSettings stop,
      LookupSettings dns,
      AttemptSettings attempts,
      CallSettings calls,
      ConnectionSettings connections,
      GuardMode guard,
      DatabaseSettings database) {

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
          stop,
          dns,
          attempts,
          calls,
          connections,
          guard,
          database);
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
    RulesReader rules = new RulesReader(bonds.map(BondsReader::names).orElse(Set.of()), nextHops);
    SettingsReader settings = new SettingsReader(document);
    ListenerSource source = settings.source();
    return new Draft(
        listeners,
        bonds.map(BondsReader::read).orElse(List.of()),
        nextHops,
        document.need(Keys.RULES, RulesReader.LIST).map(rules::read).orElse(List.of()),
        source,
        settings.http(),
        settings.stop(),
        new LookupReader(document).read(),
        new AttemptsReader(document).read(),
        new CallsReader(document).read(),
        new ConnectionsReader(document).read(listeners, source),
        settings.guard(),
        new DatabaseReader(document).read());
  }
}
