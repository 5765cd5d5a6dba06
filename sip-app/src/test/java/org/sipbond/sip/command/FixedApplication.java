package org.sipbond.sip.command;

import java.util.List;
import java.util.Map;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.BondView;
import org.sipbond.management.ListenerView;

/** Shows always the same of itself. */
final class FixedApplication implements ApplicationMXBean {
  @Override
  public String getVersion() {
    return "0";
  }

  @Override
  public String getState() {
    return RUNNING;
  }

  @Override
  public List<String> getLimitations() {
    return List.of();
  }

  @Override
  public List<ListenerView> getListeners() {
    return List.of(
        new ListenerView("int-udp", "udp:192.0.2.1:5060", "192.0.2.1:5060"),
        new ListenerView("ext-udp", "udp:192.0.2.2:5060", "198.51.100.7:5060"));
  }

  @Override
  public List<BondView> getBonds() {
    return List.of(
        new BondView(
            "extern",
            List.of("ext-udp", "ext-tcp"),
            List.of("udp over ipv4", "tcp over ipv4"),
            "reject"));
  }

  @Override
  public int getActiveCalls() {
    return 0;
  }

  @Override
  public Map<String, Long> getCounters() {
    return Map.of();
  }

  @Override
  public List<String> getRecentCalls() {
    return List.of("first@example.com", "\"last\"@example.com");
  }

  @Override
  public String explainCall(String callId) {
    return "rule 1\ttaken";
  }
}
