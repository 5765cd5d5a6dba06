package org.sipbond.sip.observe;

import java.util.Map;
import java.util.Set;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.b2bua.CallEvent;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.guard.Fault;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.DnsAnswer;

/** What is counted, each under its name and labels. Free for any thread. */
final class Metrics {
  private static final Set<String> METHODS =
      Set.of("INFO", "MESSAGE", "NOTIFY", "OPTIONS", "PUBLISH", "REFER", "SUBSCRIBE");

  private final Counters counters = new Counters();

  void began() {
    counters.add(Counters.metric("sipbond_calls_total", "role", "b2bua"));
  }

  /** Names of methods come from peers: those that are not registered are counted as one. */
  void exchanged(String method, int status) {
    counters.add(
        Counters.metric(
            "sipbond_requests_total",
            "method",
            METHODS.contains(method) ? method : "other",
            "status",
            Integer.toString(status)));
  }

  void refused(int status, String cause) {
    counters.add(
        Counters.metric(
            "sipbond_refusals_total", "status", Integer.toString(status), "cause", cause));
  }

  /** By that event: an answered call was ended, and not by a peer's BYE. */
  void ended(CallEvent why) {
    counters.add(Counters.metric("sipbond_calls_ended_total", "cause", why.label()));
  }

  void failover(AttemptFailure why) {
    counters.add(Counters.metric("sipbond_failover_total", "cause", why.label()));
  }

  /** A request too large for UDP is sent. */
  void large(Transport transport) {
    counters.add(
        Counters.metric("sipbond_large_requests_total", "transport", transport.toString()));
  }

  void violated(Listener sender, Fault fault) {
    counters.add(
        Counters.metric(
            "sipbond_header_guard_violations_total",
            "listener",
            sender.name(),
            "header",
            fault.header()));
  }

  /** A question that servers were asked. */
  void asked(DnsAnswer answer) {
    counters.add(
        Counters.metric(
            "sipbond_dns_queries_total",
            "type",
            answer.question().type().toString(),
            "rcode",
            answer.status().label()));
  }

  void selected(Selection selection) {
    counters.add(
        selection.fold(
            chosen ->
                select(chosen.bond(), chosen.listener().name(), chosen.destination(), "chosen", ""),
            none -> select(none.bond(), "", none.destination(), "no-member", none.reason())));
  }

  Map<String, Long> snapshot() {
    return counters.snapshot();
  }

  private static String select(
      Bond bond, String member, Destination destination, String result, String reason) {
    return Counters.metric(
        "sipbond_bond_select_total",
        "bond",
        bond.name(),
        "member",
        member,
        "transport",
        destination.transport().toString(),
        "family",
        destination.family().toString(),
        "result",
        result,
        "reason",
        reason);
  }
}
