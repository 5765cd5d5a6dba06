package org.sipbond.management;

import java.util.List;
import java.util.Map;

/**
 * An application that always shows the same of itself.
 *
 * @param state as {@link #getState}
 * @param listeners as {@link #getListeners}
 * @param bonds as {@link #getBonds}
 * @param counters as {@link #getCounters}
 * @param recentCalls as {@link #getRecentCalls}
 */
public record FixedApplication(
    String state,
    List<ListenerView> listeners,
    List<BondView> bonds,
    Map<String, Long> counters,
    List<String> recentCalls)
    implements ApplicationMXBean {

  @Override
  public String getVersion() {
    return "0";
  }

  @Override
  public String getState() {
    return state;
  }

  @Override
  public List<String> getLimitations() {
    return List.of();
  }

  @Override
  public List<ListenerView> getListeners() {
    return listeners;
  }

  @Override
  public List<BondView> getBonds() {
    return bonds;
  }

  @Override
  public int getActiveCalls() {
    return 0;
  }

  @Override
  public Map<String, Long> getCounters() {
    return counters;
  }

  @Override
  public List<String> getRecentCalls() {
    return recentCalls;
  }

  @Override
  public String explainCall(String callId) {
    return "call " + callId;
  }
}
