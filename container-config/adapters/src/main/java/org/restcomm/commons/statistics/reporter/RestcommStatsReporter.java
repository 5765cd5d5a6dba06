// SPDX-License-Identifier: AGPL-3.0-only
package org.restcomm.commons.statistics.reporter;

import com.codahale.metrics.MetricRegistry;
import java.util.concurrent.TimeUnit;

/**
 * What the dispatcher asks of its statistics reporter, answered by doing nothing: no thread, no
 * address, no connection. The original artifact is not in the distribution.
 */
public class RestcommStatsReporter {
  private static final MetricRegistry METRICS = new MetricRegistry();

  /** A reporter that reports to nobody. */
  public static RestcommStatsReporter getRestcommStatsReporter() {
    return new RestcommStatsReporter();
  }

  /** Where the dispatcher counts calls, messages and seconds; read by nobody. */
  public static MetricRegistry getMetricRegistry() {
    return METRICS;
  }

  /** Starts nothing. */
  public void start(long period, TimeUnit unit) {}

  /** Stops nothing. */
  public void stop() {}

  /** Keeps no server. */
  public void setRemoteServer(String server) {}

  /** Keeps no name. */
  public void setProjectName(String name) {}

  /** Keeps no type. */
  public void setProjectType(String type) {}

  /** Keeps no version. */
  public void setVersion(String version) {}
}
