package org.sipbond.web.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.BondView;
import org.sipbond.management.ListenerView;

/** The status page as HTML. Everything that is not markup is escaped. */
final class StatusPage {
  private static final String STYLE =
      """
      body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem;
             padding: 0 1rem; color: #1b1f24; background: #fff; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #d8dee4;
               vertical-align: top; }
      td.number { text-align: right; font-variant-numeric: tabular-nums; }
      code { font-family: ui-monospace, monospace; font-size: .9em; }
      .running { color: #116329; } .stopped { color: #a40e26; }
      """;

  private StatusPage() {}

  static String of(ApplicationMXBean application) {
    String state = application.getState();
    String look = ApplicationMXBean.RUNNING.equals(state) ? "running" : "stopped";
    return page(
        "<p class=\""
            + look
            + "\"><strong>"
            + escape(state)
            + "</strong></p>"
            + "<p>Release "
            + escape(application.getVersion())
            + ", "
            + application.getActiveCalls()
            + " active calls</p>"
            + limitations(application.getLimitations())
            + listeners(application.getListeners())
            + bonds(application.getBonds())
            + counters(application.getCounters()));
  }

  static String notDeployed() {
    return page(
        "<p class=\"stopped\"><strong>the SIP application is not deployed in this container</strong>"
            + "</p>");
  }

  private static String limitations(List<String> limitations) {
    return limitations.stream()
        .map(limitation -> "<p class=\"stopped\">" + escape(limitation) + "</p>")
        .collect(Collectors.joining());
  }

  private static String listeners(List<ListenerView> listeners) {
    return table(
        "Listeners",
        List.of("Name", "Socket", "Advertised", "State"),
        listeners.stream()
            .map(
                listener ->
                    cell(listener.getName())
                        + code(listener.getSocket())
                        + code(listener.getAdvertised())
                        + cell(listener.getState())));
  }

  private static String bonds(List<BondView> bonds) {
    return table(
        "Bonds",
        List.of("Name", "Members, in order", "Can send", "On no match"),
        bonds.stream()
            .map(
                bond ->
                    cell(bond.getName())
                        + cell(String.join(", ", bond.getMembers()))
                        + cell(String.join(", ", bond.getCoverage()))
                        + cell(bond.getOnNoMatch())));
  }

  private static String counters(Map<String, Long> counters) {
    return table(
        "Counters",
        List.of("Metric", "Count"),
        counters.entrySet().stream()
            .map(
                entry ->
                    code(entry.getKey()) + "<td class=\"number\">" + entry.getValue() + "</td>"));
  }

  private static String table(String title, List<String> heads, Stream<String> rows) {
    String head = heads.stream().map(text -> "<th>" + text + "</th>").collect(Collectors.joining());
    return "<h2>"
        + title
        + "</h2>\n<table><thead><tr>"
        + head
        + "</tr></thead>\n<tbody>"
        + rows.map(row -> "<tr>" + row + "</tr>\n").collect(Collectors.joining())
        + "</tbody></table>\n";
  }

  private static String cell(String text) {
    return "<td>" + escape(text) + "</td>";
  }

  private static String code(String text) {
    return "<td><code>" + escape(text) + "</code></td>";
  }

  private static String page(String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"UTF-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\">"
        + "<title>sipbond</title><style>\n"
        + STYLE
        + "</style></head>\n<body><h1>sipbond</h1>\n"
        + body
        + "</body></html>\n";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
