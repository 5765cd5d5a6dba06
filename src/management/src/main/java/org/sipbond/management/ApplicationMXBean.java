package org.sipbond.management;

import java.util.List;
import java.util.Map;

/**
 * The running SIP application, as seen from outside. Registered as {@link #OBJECT_NAME} in the
 * platform's MBean server while the application is deployed.
 */
public interface ApplicationMXBean {

  /** The object name that the application registers under. */
  String OBJECT_NAME = "org.sipbond:type=Application";

  /** {@link #getState()} of an application that takes calls. */
  String RUNNING = "running";

  /** {@link #getState()} of an application whose container has not started its listeners yet. */
  String STARTING = "starting";

  /** The release. */
  String getVersion();

  /**
   * {@link #RUNNING}, {@link #STARTING}, or why the application takes no calls, in one line that
   * names what was found and what is allowed.
   */
  String getState();

  /**
   * What the container in use cannot keep of the promises, a line each; empty when it keeps all.
   */
  List<String> getLimitations();

  /** The listeners of the configuration, in its order. */
  List<ListenerView> getListeners();

  /** The bonds of the configuration, in its order. */
  List<BondView> getBonds();

  /** Calls that are not ended. */
  int getActiveCalls();

  /** Counters by their metric name with labels, such as {@code sipbond_refusals_total{...}}. */
  Map<String, Long> getCounters();

  /** Call-IDs of the last calls as the caller sent them, oldest first. */
  List<String> getRecentCalls();

  /**
   * Why a call went where it did: rule, destination, members taken and rejected.
   *
   * @param callId the Call-ID of the caller's INVITE
   * @return several lines of text; one line that says so when the call is not known any more
   */
  String explainCall(String callId);
}
