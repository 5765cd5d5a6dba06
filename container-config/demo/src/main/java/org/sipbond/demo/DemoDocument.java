package org.sipbond.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.core.bond.Listener;

/** The configuration document of the demo, as a user would write it. */
final class DemoDocument {
  private DemoDocument() {}

  /**
   * The document.
   *
   * @param nextHops URI by the user part that is called
   */
  static String of(DemoListeners listeners, Map<String, String> nextHops) {
    return "# Written by sipbond demo. Change a copy of it: the next demo writes it anew.\n"
        + block("listeners", listeners.all().stream().map(DemoDocument::listener))
        + "bonds {\n"
        + bond("intern", listeners.intern())
        + bond("extern", listeners.extern())
        + "}\n"
        + block("next-hops", nextHops.entrySet().stream().map(DemoDocument::hop))
        + nextHops.keySet().stream()
            .map(DemoDocument::rule)
            .collect(Collectors.joining("", "rules = [\n", "]\n"));
  }

  private static String block(String name, Stream<String> lines) {
    return lines.collect(Collectors.joining("", name + " {\n", "}\n"));
  }

  private static String listener(Listener listener) {
    return "  " + listener.name() + " = \"" + listener.notation() + "\"\n";
  }

  private static String bond(String name, List<Listener> members) {
    return members.stream()
        .map(Listener::name)
        .collect(Collectors.joining(", ", "  " + name + " = [", "]\n"));
  }

  private static String hop(Map.Entry<String, String> hop) {
    return "  " + hop.getKey() + " = \"" + hop.getValue() + "\"\n";
  }

  private static String rule(String user) {
    return "  { from = intern, to = extern, user = \"" + user + "\", next-hop = " + user + " }\n";
  }
}
