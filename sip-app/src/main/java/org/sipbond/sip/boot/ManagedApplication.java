package org.sipbond.sip.boot;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.bond.DrainedListeners;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.explain.Explanation;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.BondView;
import org.sipbond.management.CommandsMXBean;
import org.sipbond.management.ListenerView;
import org.sipbond.sip.command.Commands;
import org.sipbond.sip.command.Inspected;
import org.sipbond.sip.observe.CallLog;

/** What the management interface shows of the application. Free for any thread. */
final class ManagedApplication implements ApplicationMXBean {
  private final AppConfig config;
  private final CallLog log;
  private final Supplier<Map<String, Long>> more;
  private final DrainedListeners drained;
  private final List<String> limitations;
  private volatile String state = STARTING;

  /**
   * @param more counters beside those of the log
   */
  ManagedApplication(
      AppConfig config,
      CallLog log,
      Supplier<Map<String, Long>> more,
      DrainedListeners drained,
      List<String> limitations) {
    this.config = config;
    this.log = log;
    this.more = more;
    this.drained = drained;
    this.limitations = List.copyOf(limitations);
  }

  /**
   * Makes itself and its commands known in the platform's MBean server.
   *
   * @throws IllegalStateException if another application is there already
   */
  void register(Inspected inspected) {
    try {
      server().registerMBean(this, new ObjectName(OBJECT_NAME));
      server()
          .registerMBean(new Commands(this, inspected), new ObjectName(CommandsMXBean.OBJECT_NAME));
    } catch (JMException taken) {
      throw new IllegalStateException("cannot register " + OBJECT_NAME, taken);
    }
  }

  void unregister() {
    try {
      server().unregisterMBean(new ObjectName(CommandsMXBean.OBJECT_NAME));
      server().unregisterMBean(new ObjectName(OBJECT_NAME));
    } catch (JMException gone) {
      throw new IllegalStateException("cannot unregister " + OBJECT_NAME, gone);
    }
  }

  void state(String now) {
    state = now;
  }

  @Override
  public String getVersion() {
    return ResourceBundle.getBundle("org.sipbond.sip.boot.release").getString("version");
  }

  @Override
  public String getState() {
    return state;
  }

  @Override
  public List<String> getLimitations() {
    return limitations;
  }

  @Override
  public List<ListenerView> getListeners() {
    return config.listeners().stream().map(this::listener).toList();
  }

  @Override
  public List<BondView> getBonds() {
    return config.bonds().bonds().stream().map(ManagedApplication::bond).toList();
  }

  @Override
  public int getActiveCalls() {
    return log.active();
  }

  @Override
  public Map<String, Long> getCounters() {
    Map<String, Long> counters = new TreeMap<>(log.counters());
    counters.putAll(more.get());
    return counters;
  }

  @Override
  public List<String> getRecentCalls() {
    return log.recent();
  }

  @Override
  public String explainCall(String callId) {
    return log.explain(callId)
        .map(Explanation::text)
        .orElseGet(
            () ->
                "call "
                    + callId
                    + " is not known; kept are the last "
                    + CallLog.KEPT
                    + " calls since the start");
  }

  private ListenerView listener(Listener listener) {
    return new ListenerView(
        listener.name(),
        listener.notation(),
        listener.advertised().toString(),
        drained.contains(listener) ? ListenerView.DRAINED : ListenerView.IN_USE);
  }

  private static BondView bond(Bond bond) {
    return new BondView(
        bond.name(),
        bond.members().stream().map(member -> member.listener().name()).toList(),
        bond.capabilities().stream().map(Capability::toString).toList(),
        bond.onNoMatch().toString());
  }

  private static MBeanServer server() {
    return ManagementFactory.getPlatformMBeanServer();
  }
}
